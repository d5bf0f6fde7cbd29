using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Identity.Passwords;

/// <summary>
/// Knows, without any network, the passwords that guessers try first: 49,000 leaked ones, 56,000 words of everyday
/// English and of Wikipedia, and the simple ways in which people lengthen them. Letters' case makes no difference.
/// </summary>
internal sealed partial class CommonPasswords
{
    private const int LeastCore = 6; // shorter cores leave too many honest phrases behind
    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl"];

    private readonly HashSet<string> _leaked;
    private readonly HashSet<string> _words;

    private CommonPasswords(HashSet<string> leaked, HashSet<string> words) => (_leaked, _words) = (leaked, words);

    /// <exception cref="IOException">A list is not there: a studio that cannot check takes no passwords.</exception>
    public static CommonPasswords Load(string packs) =>
        new(
            Read(packs, "language-common", "passwords"),
            [.. Read(packs, "language-en", "commonWords"), .. Read(packs, "language-en", "wikipedia")]
        );

    public bool Contains(string password)
    {
        var text = password.ToLowerInvariant();
        var core = Ends().Replace(text, "");
        return IsListed(text)
            || IsRun(text)
            || (Repeated(text) is { } unit && (unit.Length <= 4 || IsListed(unit) || IsRun(unit)))
            || (core.Length >= LeastCore && core.Length < text.Length && _leaked.Contains(core));
    }

    private bool IsListed(string text) => _leaked.Contains(text) || _words.Contains(text);

    /// <summary>A stretch of the alphabet, the digits or a row of keys, forwards or backwards.</summary>
    private static bool IsRun(string text)
    {
        var backwards = string.Concat(text.Reverse());
        return Rows.Select(row => row + row)
            .Any(row =>
                row.Contains(text, StringComparison.Ordinal) || row.Contains(backwards, StringComparison.Ordinal)
            );
    }

    /// <returns>What the text is made of when it is one thing over and over, else null.</returns>
    private static string? Repeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
            if (text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)))
                return text[..length];
        return null;
    }

    private static HashSet<string> Read(string packs, string package, string list)
    {
        var file = Path.Combine(packs, "@zxcvbn-ts", package, "src", list + ".json");
        if (!File.Exists(file))
            throw new IOException(
                $"The list of common passwords {file} is missing: run npm ci in packs, or ./atelier up."
            );
        using var json = File.OpenRead(file);
        return [.. JsonSerializer.Deserialize<string[]>(json)!];
    }

    /// <summary>Digits, signs and spaces before or behind the core.</summary>
    [GeneratedRegex(@"^[^\p{L}]+|[^\p{L}]+$")]
    private static partial Regex Ends();
}
