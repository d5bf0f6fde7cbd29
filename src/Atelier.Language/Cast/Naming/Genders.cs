using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>Reads gender from titles and from the pronouns that follow a name; never from the name itself.</summary>
internal static class Genders
{
    public static Gender OfWord(Vocabulary words, int word) =>
        words.Is(word, WordClass.Male) ? (words.Is(word, WordClass.Female) ? Gender.Unknown : Gender.Male)
        : words.Is(word, WordClass.Female) ? Gender.Female
        : Gender.Unknown;

    public static Gender Of(Vocabulary words, NameForm form)
    {
        var titled = OfWord(words, form.Key.Title);
        return titled != Gender.Unknown ? titled : ByPronouns(form.He, form.She);
    }

    /// <summary>One sort of pronoun must come clearly more often: the nearest pronoun is often somebody else's.</summary>
    public static Gender ByPronouns(int he, int she) =>
        he > 1.5 * she && he >= 1 ? Gender.Male
        : she > 1.5 * he && she >= 1 ? Gender.Female
        : Gender.Unknown;

    public static bool Agree(Gender a, Gender b) => a == Gender.Unknown || b == Gender.Unknown || a == b;

    public static void Settle(Vocabulary words, Figure figure)
    {
        var (he, she) = (figure.Forms.Sum(form => form.He), figure.Forms.Sum(form => form.She));
        var titled = figure
            .Forms.Where(form => OfWord(words, form.Key.Title) != Gender.Unknown)
            .OrderByDescending(form => form.Count)
            .FirstOrDefault();
        if (titled is not null)
        {
            figure.Gender = OfWord(words, titled.Key.Title);
            figure.Evidence = $"called {titled.Display}";
            return;
        }
        figure.Gender = ByPronouns(he, she);
        if (figure.Gender != Gender.Unknown)
            figure.Evidence = $"{he} times he, {she} times she";
    }
}
