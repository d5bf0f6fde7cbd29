using System.Globalization;

namespace Atelier.Library.Cards.Lore;

/// <summary>What the first lines of an entry's content say about it, and the content without them.</summary>
internal sealed record Decorators
{
    /// <summary>How many names a chain of fallbacks may have.</summary>
    private const int LongestChain = 32;

    public string Text { get; private init; } = "";

    /// <summary>There were decorators at all, known or not.</summary>
    public bool Any { get; private init; }

    public int? ActivateOnlyAfter { get; private set; }
    public int? ActivateOnlyEvery { get; private set; }
    public bool KeepActivateAfterMatch { get; private set; }
    public bool DontActivateAfterMatch { get; private set; }
    public int? Depth { get; private set; }
    public int? InstructDepth { get; private set; }
    public int? ReverseDepth { get; private set; }
    public int? ReverseInstructDepth { get; private set; }
    public LoreRole? Role { get; private set; }
    public int? ScanDepth { get; private set; }
    public int? InstructScanDepth { get; private set; }
    public int? IsGreeting { get; private set; }
    public LorePlace? Position { get; private set; }
    public bool IgnoreOnMaxContext { get; private set; }
    public IReadOnlyList<string> AdditionalKeys { get; private set; } = [];
    public IReadOnlyList<string> ExcludeKeys { get; private set; } = [];
    public string? IsUserIcon { get; private set; }
    public bool DontActivate { get; private set; }
    public bool Activate { get; private set; }
    public string? DisableUiPrompt { get; private set; }

    public static Decorators Read(string content)
    {
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        var first = 0;
        while (first < lines.Length && string.IsNullOrWhiteSpace(lines[first]))
            first++;
        var end = first;
        while (end < lines.Length && lines[end].StartsWith("@@", StringComparison.Ordinal))
            end++;
        if (end == first)
            return new() { Text = content };
        var read = new Decorators { Any = true, Text = string.Join('\n', lines[end..]).Trim('\n') };
        var given = new HashSet<string>(StringComparer.Ordinal);
        for (var line = first; line < end; )
        {
            var (settled, chain) = (false, 0);
            do
            {
                if (!settled && chain++ < LongestChain)
                    settled = read.Take(lines[line], given);
                line++;
            } while (line < end && lines[line].StartsWith("@@@", StringComparison.Ordinal));
        }
        return read;
    }

    /// <returns>False when it is not known, or its value makes no sense: then its fallback is asked.</returns>
    private bool Take(string line, HashSet<string> given)
    {
        var parts = line.TrimStart('@').TrimEnd().Split(' ', 2, StringSplitOptions.TrimEntries);
        var (name, value) = (parts[0], parts.Length > 1 ? parts[1] : "");
        if (given.Contains(name))
            return true; // only the first of a name counts
        var taken = name switch
        {
            "activate_only_after" => Number(value, n => ActivateOnlyAfter = n),
            "activate_only_every" => Number(value, n => ActivateOnlyEvery = n, least: 1),
            "keep_activate_after_match" => KeepActivateAfterMatch = true,
            "dont_activate_after_match" => DontActivateAfterMatch = true,
            "depth" => Number(value, n => Depth = n),
            "instruct_depth" => Number(value, n => InstructDepth = n),
            "reverse_depth" => Number(value, n => ReverseDepth = n),
            "reverse_instruct_depth" => Number(value, n => ReverseInstructDepth = n),
            "role" => Name<LoreRole>(value, role => Role = role),
            "scan_depth" => Number(value, n => ScanDepth = n),
            "instruct_scan_depth" => Number(value, n => InstructScanDepth = n),
            "is_greeting" => Number(value, n => IsGreeting = n),
            "position" => Place(value),
            "ignore_on_max_context" => IgnoreOnMaxContext = true,
            "additional_keys" => List(value, keys => AdditionalKeys = keys),
            "exclude_keys" => List(value, keys => ExcludeKeys = keys),
            "is_user_icon" => value.Length > 0 && (IsUserIcon = value) is not null,
            "dont_activate" => DontActivate = true,
            "activate" => Activate = true,
            "disable_ui_prompt" => value is "system_prompt" or "post_history_instructions"
                && (DisableUiPrompt = value) is not null,
            _ => false,
        };
        if (taken)
            given.Add(name);
        return taken;
    }

    private bool Place(string value)
    {
        Position = value switch
        {
            "before_desc" => LorePlace.BeforeDescription,
            "after_desc" => LorePlace.AfterDescription,
            "personality" => LorePlace.Personality,
            "scenario" => LorePlace.Scenario,
            _ => null,
        };
        return Position is not null;
    }

    private static bool Number(string value, Action<int> take, int least = int.MinValue)
    {
        if (
            !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < least
        )
            return false;
        take(number);
        return true;
    }

    private static bool Name<T>(string value, Action<T> take)
        where T : struct, Enum
    {
        if (
            !Enum.TryParse<T>(value, ignoreCase: true, out var named)
            || !Enum.IsDefined(named)
            || char.IsDigit(value[0])
        )
            return false;
        take(named);
        return true;
    }

    private static bool List(string value, Action<IReadOnlyList<string>> take)
    {
        var items = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (items.Length == 0)
            return false;
        take(items);
        return true;
    }
}
