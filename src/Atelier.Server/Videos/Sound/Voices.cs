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

    public static bool IsKnown(string name) => All.Any(voice => voice.Name == name);
}
