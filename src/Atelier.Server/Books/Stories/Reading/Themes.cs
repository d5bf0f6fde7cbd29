using System.Text.RegularExpressions;

namespace Atelier.Books.Stories.Reading;

/// <summary>What a story is about underneath, as one of a few words the shapes can show.</summary>
internal static class Themes
{
    private static readonly (string Theme, string Pattern)[] Known =
    [
        ("kindness", @"\b(kind|kindness|caring|compassion|empathy|gentle)\b"),
        ("courage", @"\b(courage|brave|bravery|fear|confidence|daring)\b"),
        ("sharing", @"\b(shar(e|ing)|generous|generosity|greed|greedy)\b"),
        ("friendship", @"\b(friend|friends|friendship|belong|belonging)\b"),
        ("patience", @"\b(patien(ce|t)|wait(ing)?)\b"),
        ("honesty", @"\b(honest|honesty|truth|lie|lying)\b"),
        ("never giving up", @"\b(persever\w*|never give|giving up|determination|resilience|practice|try again)\b"),
        ("home", @"\b(home|family|belonging|love)\b"),
        ("being yourself", @"\b(yourself|different|unique|self|accept\w*)\b"),
    ];

    public static string? In(string? lower) =>
        lower is null ? null : Known.FirstOrDefault(k => Regex.IsMatch(lower, k.Pattern)).Theme;
}
