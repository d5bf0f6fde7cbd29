using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>Collects every form of every name of a text with its evidence.</summary>
internal sealed class NameBook(string text, Vocabulary words)
{
    // Beyond this a text is a directory, not a story.
    private const int MostForms = 100_000;

    // How far after a name "he" or "she" still means its bearer.
    private const int PronounReach = 16;

    private readonly Dictionary<NameKey, NameForm> _forms = [];
    private readonly NameRuns _runs = new(words);
    private readonly int _the = words.Id("the");
    private readonly int[] _takers =
    [
        .. "told asked assured informed begged thanked reminded warned interrupted addressed answered"
            .Split(' ')
            .Select(w => words.Id(w)),
    ];

    public IReadOnlyCollection<NameForm> Forms => _forms.Values;

    public void Read(ReadOnlySpan<Piece> tokens)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!tokens[at].IsWord || (!tokens[at].IsCapital && !words.Is(tokens[at].Word, WordClass.Title)))
                continue;
            if (!_runs.TryRead(tokens, at, out var run))
                continue;
            if (Form(tokens, run) is { } form)
                Note(form, tokens, run);
            at = run.Last;
        }
    }

    private NameForm? Form(ReadOnlySpan<Piece> tokens, NameRun run)
    {
        if (_forms.TryGetValue(run.Key, out var form))
            return form;
        if (_forms.Count >= MostForms)
            return null;
        var (from, to) = (tokens[run.First].Start, tokens[run.Last].End);
        var display = string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return _forms[run.Key] = new NameForm(run.Key, char.ToUpperInvariant(display[0]) + display[1..]);
    }

    private void Note(NameForm form, ReadOnlySpan<Piece> tokens, NameRun run)
    {
        form.Count++;
        var quoted = tokens[run.First].IsQuoted;
        if (!quoted)
            form.Narrated++;
        var before = run.First > 0 ? tokens[run.First - 1] : default;
        var after = run.Last + 1 < tokens.Length ? tokens[run.Last + 1] : default;
        if (before.IsWord && before.Word == _the && run.First > 0)
            form.WithArticle++;
        var placed = run.First > 0 && before.IsWord && words.Is(before.Word, WordClass.PlacePreposition);
        if (after.Mark == Mark.Possessive)
            form.Owns +=
                run.Last + 2 < tokens.Length && words.Is(tokens[run.Last + 2].Word, WordClass.Belonging) ? 1 : 0;
        else if (placed)
            form.Located++;
        if (quoted)
        {
            if (Vocatives.IsAt(tokens, run.First, run.Last, words))
                form.Called++;
        }
        else if (after.IsWord && run.Last + 1 < tokens.Length && words.Is(after.Word, WordClass.SpeechVerb))
            form.Speaks++;
        else if (IsAfterVerb(tokens, run.First))
            form.Speaks++;
        if (after.IsWord && run.Last + 1 < tokens.Length && words.Is(after.Word, WordClass.Act))
            form.Acts++;
        if (!quoted && !placed)
            NotePronoun(form, tokens, run.Last + 1);
    }

    /// <summary>"..., said Emma": the verb right before, and speech or a pause before that.</summary>
    private bool IsAfterVerb(ReadOnlySpan<Piece> tokens, int first)
    {
        if (first > 1 && words.Is(tokens[first - 1].Word, WordClass.Epithet) && tokens[first - 1].IsWord)
            first--;
        if (first > 1 && tokens[first - 1].IsWord && tokens[first - 1].Word == _the)
            first--;
        return first > 1
            && tokens[first - 1].IsWord
            && words.Is(tokens[first - 1].Word, WordClass.SpeechVerb)
            && tokens[first - 2].Mark is Mark.Close or Mark.Comma or Mark.Dash
            && Array.IndexOf(_takers, tokens[first - 1].Word) < 0;
    }

    private void NotePronoun(NameForm form, ReadOnlySpan<Piece> tokens, int from)
    {
        for (var at = from; at < tokens.Length && at < from + PronounReach; at++)
        {
            var token = tokens[at];
            if (!token.IsWord)
                continue;
            if (token.IsQuoted)
                continue;
            if (words.Is(token.Word, WordClass.Pronoun))
            {
                if (words.Is(token.Word, WordClass.Male))
                    form.He++;
                else if (words.Is(token.Word, WordClass.Female))
                    form.She++;
                else
                    continue;
                return;
            }
            // Another person comes between.
            if ((token.IsCapital && !token.StartsSentence) || words.Is(token.Word, WordClass.PersonNoun))
                return;
        }
    }
}
