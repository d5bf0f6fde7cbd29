namespace Atelier.Videos.Sound;

/// <param name="Name">What requests and settings call it, and what espeak-ng knows it by.</param>
internal sealed record Voice(string Name, string Title);

/// <summary>The voices of the built-in engine that are worth listening to.</summary>
internal static class Voices
{
    public const string Default = "en-gb";

    public static IReadOnlyList<Voice> All { get; } =
    [
        new("en-gb", "English (Great Britain), low"),
        new("en-gb+f3", "English (Great Britain), high"),
        new("en-us", "English (America), low"),
        new("en-us+f3", "English (America), high"),
        new("en-gb-scotland", "English (Scotland)"),
        new("en-gb-x-rp", "English (Received Pronunciation)"),
        new("de", "German"),
        new("es", "Spanish"),
        new("fr-fr", "French"),
        new("it", "Italian"),
        new("nl", "Dutch"),
        new("pl", "Polish"),
        new("pt", "Portuguese"),
        new("sv", "Swedish"),
        new("ar", "Arabic"),
        new("hi", "Hindi"),
        new("cmn", "Chinese (Mandarin)"),
    ];

    private static readonly (int First, int Last, string Voice)[] Scripts =
    [
        (0x0370, 0x03FF, "el"),
        (0x0400, 0x04FF, "ru"),
        (0x0590, 0x05FF, "he"),
        (0x0600, 0x06FF, "ar"),
        (0x0900, 0x097F, "hi"),
        (0x3040, 0x30FF, "ja"),
        (0xAC00, 0xD7A3, "ko"),
        (0x4E00, 0x9FFF, "cmn"), // last: Japanese is written with these too
    ];

    public static bool IsKnown(string name) => All.Any(voice => voice.Name == name);

    /// <summary>The voice itself, unless most of the text is in a script that it would only spell.</summary>
    public static string For(string text, string voice)
    {
        var foreign = text.Where(char.IsLetter).Count(letter => letter >= 0x0370);
        if (2 * foreign <= text.Count(char.IsLetter))
            return voice;
        var script = Scripts.FirstOrDefault(script => text.Any(c => c >= script.First && c <= script.Last));
        return script.Voice ?? voice;
    }
}
