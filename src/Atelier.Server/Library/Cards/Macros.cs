using System.Globalization;
using System.Text;
using Atelier.Drawing;

namespace Atelier.Library.Cards;

/// <summary>What a text with macros is expanded for.</summary>
internal enum MacroUse
{
    /// <summary>For a model: comments and hidden keys are gone.</summary>
    Prompt,

    /// <summary>For people: comments are shown.</summary>
    Display,

    /// <summary>A chat message that lore looks at: neither comments nor hidden keys.</summary>
    Heard,

    /// <summary>Lore that calls other lore: hidden keys count.</summary>
    Scan,
}

/// <param name="Char">What <c>{{char}}</c> stands for.</param>
/// <param name="Seed">One chat's chance: <c>pick</c> depends on nothing else.</param>
/// <param name="Original">What a card's own instruction replaces.</param>
internal sealed record MacroScene(string Char, string User, ulong Seed, string? Original = null);

/// <summary>
/// The curly-braced words of cards. Read once from the left: what a macro puts in is never read again, so that a name with
/// braces in it does nothing. Unknown ones stay as they are.
/// </summary>
internal sealed class Macros
{
    private const int DeepestNesting = 8;
    private const int LongestRoll = 9; // digits

    private readonly MacroScene _scene;
    private readonly MacroUse _use;
    private Seed _chance;

    private Macros(MacroScene scene, MacroUse use, string text) =>
        (_scene, _use, _chance) = (scene, use, new Seed(scene.Seed).For("random").For(text));

    public static string Expand(string text, MacroScene scene, MacroUse use) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains('<', StringComparison.Ordinal)
            ? new Macros(scene, use, text).Expand(text, 0)
            : text;

    private string Expand(string text, int depth)
    {
        var made = new StringBuilder(text.Length);
        var ends = depth < DeepestNesting ? Ends(text) : [];
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '{' && ends.TryGetValue(at, out var end))
            {
                var inner = text[(at + 2)..(end - 2)];
                made.Append(Value(inner, depth) ?? text[at..end]);
                at = end;
            }
            else if (text[at] == '<' && Angled(text, at) is var (name, length))
            {
                made.Append(name);
                at += length;
            }
            else
                made.Append(text[at++]);
        }
        return made.ToString();
    }

    /// <summary>Where the braces that open at a place are closed again: one walk, however many stay open.</summary>
    private static Dictionary<int, int> Ends(string text)
    {
        var (ends, open) = (new Dictionary<int, int>(), new Stack<int>());
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] == '{' && text[i + 1] == '{')
                open.Push(i++);
            else if (text[i] == '}' && text[i + 1] == '}' && open.TryPop(out var start))
                ends[start] = ++i + 1;
        return ends;
    }

    private (string Name, int Length)? Angled(string text, int at)
    {
        foreach (
            var (written, name) in new[] { ("<char>", _scene.Char), ("<bot>", _scene.Char), ("<user>", _scene.User) }
        )
            if (text.AsSpan(at).StartsWith(written, StringComparison.OrdinalIgnoreCase))
                return (name, written.Length);
        return null;
    }

    private string? Value(string inner, int depth)
    {
        var trimmed = inner.Trim();
        if (trimmed.StartsWith("//", StringComparison.Ordinal))
            return "";
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? trimmed : trimmed[..colon]).Trim().ToLowerInvariant();
        if (colon < 0)
            return name switch
            {
                "char" => _scene.Char,
                "user" => _scene.User,
                "original" => _scene.Original,
                _ => null,
            };
        var value = trimmed[(colon + 1)..];
        return name switch
        {
            "random" => _chance.Pick(Choices(value, depth)),
            "pick" => Picked(value, depth),
            "roll" => Rolled(Expand(value, depth + 1)),
            "hidden_key" => _use is MacroUse.Scan ? Expand(value, depth + 1) : "",
            "comment" => _use is MacroUse.Display ? Expand(value.TrimStart(), depth + 1) : "",
            "reverse" => Reversed(Expand(value, depth + 1)),
            _ => null,
        };
    }

    /// <summary>The same macro gives the same choice for as long as the chat lasts.</summary>
    private string Picked(string value, int depth)
    {
        var stable = new Seed(_scene.Seed).For("pick").For(value);
        return stable.Pick(Choices(value, depth));
    }

    private List<string> Choices(string value, int depth)
    {
        var text = value.TrimStart(':'); // some write {{random::a,b}}
        var (choices, one, open) = (new List<string>(), new StringBuilder(), 0);
        foreach (var c in text)
        {
            open +=
                c == '{' ? 1
                : c == '}' ? -1
                : 0;
            if (c != ',' || open > 0)
                one.Append(c);
            else if (one.Length > 0 && one[^1] == '\\')
                one[^1] = c;
            else
            {
                choices.Add(one.ToString());
                one.Clear();
            }
        }
        choices.Add(one.ToString());
        return [.. choices.Select(choice => Expand(choice, depth + 1).Trim())];
    }

    private string? Rolled(string value)
    {
        var digits = value.Trim().TrimStart(':').TrimStart('d', 'D');
        return
            digits.Length <= LongestRoll
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var sides)
            && sides > 0
            ? (_chance.Below(sides) + 1).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static string Reversed(string value)
    {
        var starts = StringInfo.ParseCombiningCharacters(value);
        var made = new StringBuilder(value.Length);
        for (var i = starts.Length - 1; i >= 0; i--)
            made.Append(value, starts[i], (i + 1 < starts.Length ? starts[i + 1] : value.Length) - starts[i]);
        return made.ToString();
    }
}
