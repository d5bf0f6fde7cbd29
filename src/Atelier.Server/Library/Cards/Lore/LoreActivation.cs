namespace Atelier.Library.Cards.Lore;

/// <summary>Which entries of a lorebook belong into a prompt, and where.</summary>
internal sealed class LoreActivation(LoreBook book, LoreScene scene, MacroScene macros)
{
    /// <summary>Entries that call each other in turn end somewhere.</summary>
    private const int DeepestRecursion = 8;

    private readonly LoreKeys _keys = new();

    /// <summary>In the order in which they are to stand.</summary>
    public IReadOnlyList<LoreHit> Run()
    {
        var waiting = book.Entries.Where(entry => entry.Enabled && entry.Decorators.Text.Length > 0).ToList();
        var active = waiting.Where(entry => IsActive(entry, HeardBy(entry))).ToList();
        if (book.Recursive)
            Recurse(waiting, active);
        var contents = new HashSet<string>(StringComparer.Ordinal);
        var hits = active
            .OrderBy(entry => entry.Order)
            .Select(Place)
            .Where(hit => hit.Content.Length > 0 && contents.Add(hit.Content))
            .ToList();
        return WithinBudget(hits);
    }

    private void Recurse(List<LoreEntry> waiting, List<LoreEntry> active)
    {
        var latest = active.ToList();
        for (var round = 0; round < DeepestRecursion && latest.Count > 0; round++)
        {
            waiting.RemoveAll(active.Contains);
            var said = string.Join(
                '\n',
                latest.Select(entry => Macros.Expand(entry.Decorators.Text, macros, MacroUse.Scan))
            );
            latest = waiting.Where(entry => IsActive(entry, said)).ToList();
            active.AddRange(latest);
        }
    }

    private bool IsActive(LoreEntry entry, string heard)
    {
        var rules = entry.Decorators;
        var before = scene.ActiveBefore.Contains(entry.Identity);
        if (rules.Activate)
            return true;
        if (rules.DontActivate || (rules.DontActivateAfterMatch && before))
            return false;
        if (rules.KeepActivateAfterMatch && before)
            return true;
        if (scene.IsChat && rules.ActivateOnlyAfter > scene.AssistantMessages)
            return false;
        if (scene.IsChat && rules.ActivateOnlyEvery is { } every && scene.AssistantMessages % every != 0)
            return false;
        if (rules.IsGreeting is { } greeting && scene.Greeting is { } shown && greeting != shown)
            return false;
        if (rules.IsUserIcon is { } icon && scene.UserIcon is { } worn && icon != worn)
            return false;
        if (rules.IgnoreOnMaxContext && scene.ContextFull)
            return false;
        if (!entry.UseRegex && rules.ExcludeKeys.Count > 0 && _keys.AnyIn(heard, rules.ExcludeKeys, entry))
            return false;
        if (entry.UseRegex)
            return _keys.AnyIn(heard, entry.Keys, entry) || _keys.AnyIn(heard, rules.AdditionalKeys, entry);
        if (rules.AdditionalKeys.Count > 0 && !_keys.AnyIn(heard, rules.AdditionalKeys, entry))
            return false;
        return entry.Constant
            || (
                _keys.AnyIn(heard, entry.Keys, entry)
                && (entry.SecondaryKeys.Count == 0 || _keys.AnyIn(heard, entry.SecondaryKeys, entry))
            );
    }

    /// <summary>The newest messages, as far back as the entry, its book or the scene looks.</summary>
    private string HeardBy(LoreEntry entry)
    {
        if (scene.Instruct is { } text)
            return entry.Decorators.InstructScanDepth is { } tokens ? TokenCount.Last(text, tokens) : text;
        var depth = Math.Max(0, entry.Decorators.ScanDepth ?? book.ScanDepth ?? scene.ScanDepth);
        return string.Join(
            '\n',
            scene
                .Messages.Skip(Math.Max(0, scene.Messages.Count - depth))
                .Select(message => Macros.Expand(message.Text, macros, MacroUse.Heard))
        );
    }

    private LoreHit Place(LoreEntry entry)
    {
        var rules = entry.Decorators;
        var content = Macros.Expand(rules.Text, macros, MacroUse.Prompt).Trim('\n');
        var (place, depth) = (rules, scene.IsChat) switch
        {
            ({ Position: { } named }, _) => (named, 0),
            ({ Depth: { } back }, true) => (LorePlace.Chat, back),
            ({ ReverseDepth: { } fore }, true) => (LorePlace.Chat, scene.Messages.Count - fore),
            ({ InstructDepth: { } back }, false) => (LorePlace.Text, back),
            ({ ReverseInstructDepth: { } fore }, false) => (LorePlace.Text, TokenCount.Of(scene.Instruct!) - fore),
            _ => (entry.AfterCharacter ? LorePlace.AfterDescription : LorePlace.BeforeDescription, 0),
        };
        var deepest = scene.IsChat ? scene.Messages.Count : TokenCount.Of(scene.Instruct!);
        return new(entry, content, place, Math.Clamp(depth, 0, deepest), rules.Role ?? LoreRole.System);
    }

    /// <summary>What may be left out when it gets tight goes first, then the lowest priority.</summary>
    private List<LoreHit> WithinBudget(List<LoreHit> hits)
    {
        var budget = Math.Min(book.TokenBudget ?? int.MaxValue, scene.TokenBudget);
        var spent = hits.Sum(hit => (long)hit.Tokens);
        foreach (
            var hit in hits.OrderBy(hit => !hit.Entry.Decorators.IgnoreOnMaxContext)
                .ThenBy(hit => hit.Entry.Priority)
                .ToList()
        )
        {
            if (spent <= budget)
                break;
            spent -= hit.Tokens;
            hits.Remove(hit);
        }
        return hits;
    }
}
