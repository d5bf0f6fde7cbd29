namespace Atelier.Benchmarks.Books;

/// <summary>A hundred and more different prompts: every hero with every wish in turn.</summary>
internal static class Prompts
{
    private static readonly string[] Heroes =
    [
        "a shy labrador",
        "a curious girl",
        "a tiny dragon",
        "a grumpy bear",
        "two rabbit sisters",
        "a robot who counts everything",
        "a brave mouse",
        "an old sea turtle",
        "a boy with a red kite",
        "a penguin who hates the cold",
        "a forgetful owl",
    ];

    private static readonly string[] Wishes =
    [
        "wants to find the lost moon",
        "learns to share the last apple",
        "builds a boat to cross the lake",
        "looks for a friend in the city",
        "must climb the mountain before the snow",
        "tries to sing in the forest choir",
        "plants a garden in the desert",
        "is afraid of the dark castle",
        "bakes a cake for the whole village",
        "follows a star across space",
    ];

    public static string At(int number)
    {
        var hero = Heroes[number % Heroes.Length];
        var link = hero.Contains(" who ", StringComparison.Ordinal) ? "and" : "who";
        return $"{hero} {link} {Wishes[number / Heroes.Length % Wishes.Length]}";
    }
}
