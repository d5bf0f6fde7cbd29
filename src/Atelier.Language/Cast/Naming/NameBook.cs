using System.Runtime.InteropServices;
using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>Collects every form of every name of a text with its evidence.</summary>
internal sealed class NameBook(string text, Vocabulary words)
{
    // Beyond this a text is a directory, not a story.
    private const int MostForms = 100_000;

    // How far after a name "he" or "she" still means its bearer.
    private const int PronounReach = 16;

    // How far back a name called in speech is looked for from the speech's tag.
    private const int CallReach = 60;

    private readonly Dictionary<NameKey, NameForm> _forms = [];
    private readonly NameRuns _runs = new(words);
    private readonly int _the = words.Id("the");
    private readonly int _and = words.Id("and");
    private readonly int _him = words.Id("him");
    private readonly int _her = words.Id("her");

    // Two names in one sentence: this often, and this share of the rarer one's mentions.
    private const int FewestMeetings = 6;
    private const double MeetingShare = 0.06;
    private const double PartingShare = 0.006;
    private const int MostTogether = 6;
    private const int Beside = 2;

    private readonly List<(NameForm Form, int At)> _called = [];
    private readonly List<(NameForm Form, int At)> _together = [];
    private readonly Dictionary<(NameForm, NameForm), int> _meetings = [];
    private readonly Dictionary<(NameForm, NameForm), int> _parted = [];
    private readonly int[] _takers =
    [
        .. "told asked assured informed begged thanked reminded warned interrupted addressed answered"
            .Split(' ')
            .Select(w => words.Id(w)),
    ];

    public IReadOnlyCollection<NameForm> Forms => _forms.Values;

    public void Read(ReadOnlySpan<Piece> tokens, int stretch)
    {
        _called.Clear();
        _together.Clear();
        NameForm? before = null;
        var end = -2;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Mark is Mark.Stop or Mark.Open or Mark.Close)
                _together.Clear();
            if (!tokens[at].IsWord || (!tokens[at].IsCapital && !words.Is(tokens[at].Word, WordClass.Title)))
                continue;
            if (!_runs.TryRead(tokens, at, out var run))
                continue;
            if (Form(tokens, run) is { } form)
            {
                Note(form, tokens, run, stretch);
                Meet(form, tokens, run);
                // "Emma and Mr. Weston" are two.
                if (before is not null && run.First == end + 2 && tokens[end + 1].Word == _and)
                    Part(before, form);
                (before, end) = (form, run.Last);
            }
            at = run.Last;
        }
    }

    private NameForm? Form(ReadOnlySpan<Piece> tokens, NameRun run)
    {
        if (_forms.TryGetValue(run.Key, out var form))
        {
            // A heading's capitals are nobody's way to write a name.
            if ((tokens[run.Last].Look & Look.AllCapitals) == 0 && !form.Display.AsSpan().ContainsAnyInRange('a', 'z'))
                form.Display = Written(tokens, run);
            return form;
        }
        if (_forms.Count >= MostForms)
            return null;
        return _forms[run.Key] = new NameForm(_forms.Count, run.Key, Written(tokens, run));
    }

    private string Written(ReadOnlySpan<Piece> tokens, NameRun run)
    {
        var name = text[tokens[run.First].Start..tokens[run.Last].End];
        name = string.Join(
            ' ',
            name.Split([' ', '\n', '\r', '\t', '\u00A0', '_', '*'], StringSplitOptions.RemoveEmptyEntries)
        );
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private void Note(NameForm form, ReadOnlySpan<Piece> tokens, NameRun run, int stretch)
    {
        form.Count++;
        var quoted = tokens[run.First].IsQuoted;
        if (!quoted)
            form.Narrated++;
        var before = run.First > 0 ? tokens[run.First - 1] : default;
        var after = run.Last + 1 < tokens.Length ? tokens[run.Last + 1] : default;
        if (before.IsWord && before.Word == _the && run.First > 0)
            form.WithArticle++;
        if (IsSailed(tokens, run))
            form.Sailed++;
        var placed = run.First > 0 && before.IsWord && words.Is(before.Word, WordClass.PlacePreposition);
        if (after.Mark == Mark.Possessive)
            form.Owns +=
                run.Last + 2 < tokens.Length && words.Is(tokens[run.Last + 2].Word, WordClass.Belonging) ? 1 : 0;
        else if (placed)
            form.Located++;
        if (quoted)
        {
            if (Vocatives.IsAt(tokens, run.First, run.Last, words))
            {
                form.NoteCall(stretch);
                _called.Add((form, run.First));
            }
        }
        else if (after.IsWord && run.Last + 1 < tokens.Length && words.Is(after.Word, WordClass.SpeechVerb))
        {
            form.Speaks++;
            PartFromCalled(form, tokens, run.First);
        }
        else if (IsAfterVerb(tokens, run.First))
        {
            form.Speaks++;
            PartFromCalled(form, tokens, run.First);
        }
        if (after.IsWord && run.Last + 1 < tokens.Length && words.Is(after.Word, WordClass.Act))
            form.Acts++;
        if (!quoted && !placed)
            NotePronoun(form, tokens, run.Last + 1);
    }

    /// <summary>"On board the Pequod", "the schooner Hispaniola", "the Pequod's deck".</summary>
    private bool IsSailed(ReadOnlySpan<Piece> tokens, NameRun run)
    {
        var before = run.First - 1;
        if (before > 0 && tokens[before].IsWord && tokens[before].Word == _the)
            before--;
        if (before >= 0 && tokens[before].IsWord && words.Is(tokens[before].Word, WordClass.Ship))
            return true;
        return run.Last + 2 < tokens.Length
            && tokens[run.Last + 1].Mark == Mark.Possessive
            && words.Is(tokens[run.Last + 2].Word, WordClass.Ship);
    }

    /// <summary>Names that stand for two, as far as the text tells.</summary>
    public HashSet<(NameKey, NameKey)> Distinct()
    {
        var distinct = new HashSet<(NameKey, NameKey)>();
        foreach (var ((a, b), count) in _meetings)
            if (count >= FewestMeetings && count >= MeetingShare * Math.Min(a.Count, b.Count))
                distinct.Add((a.Key, b.Key));
        // Once in a long book is a slip, of the writer or of the reader.
        foreach (var ((a, b), count) in _parted)
            if (count >= PartingShare * Math.Min(a.Count, b.Count))
                distinct.Add((a.Key, b.Key));
        return distinct;
    }

    /// <summary>Whoever is named twice in one sentence of the narration goes by one name in it: two names are two people.</summary>
    private void Meet(NameForm form, ReadOnlySpan<Piece> tokens, NameRun run)
    {
        if (tokens[run.First].IsQuoted)
            return;
        // "Mr. Weston, Frank Weston's father" and "Jo, or Josephine": a comma or nothing between may be the same one.
        foreach (var other in _together)
            if (!form.Key.Shares(other.Form.Key) && run.First - other.At > Beside)
                Meet(form, other.Form);
        if (_together.Count < MostTogether)
            _together.Add((form, run.Last));
    }

    private void Meet(NameForm a, NameForm b)
    {
        if (_meetings.Count < MostForms)
            CollectionsMarshal.GetValueRefOrAddDefault(_meetings, a.Id < b.Id ? (a, b) : (b, a), out _)++;
    }

    private void Part(NameForm a, NameForm b)
    {
        if (a != b && _parted.Count < MostForms)
            CollectionsMarshal.GetValueRefOrAddDefault(_parted, (a, b), out _)++;
    }

    /// <summary>Who speaks is not who is called in the same speech.</summary>
    private void PartFromCalled(NameForm speaker, ReadOnlySpan<Piece> tokens, int at)
    {
        for (var i = _called.Count - 1; i >= 0 && _called[i].At > at - CallReach; i--)
            if (Closes(tokens, _called[i].At, at) == 1)
                Part(speaker, _called[i].Form);
    }

    /// <summary>How many quotations end between two places; 100 when one begins.</summary>
    private static int Closes(ReadOnlySpan<Piece> tokens, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            count += tokens[i].Mark switch
            {
                Mark.Close => 1,
                Mark.Open => 100,
                _ => 0,
            };
        return count;
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
                // "Miriam looked at him": what her verb aims at is somebody else.
                if (IsObject(tokens, at))
                    continue;
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

    private bool IsObject(ReadOnlySpan<Piece> tokens, int at)
    {
        if (tokens[at].Word == _him)
            return true;
        if (tokens[at].Word != _her)
            return false;
        var next = at + 1 < tokens.Length ? tokens[at + 1] : default;
        return !next.IsWord
            || words.Is(
                next.Word,
                WordClass.Preposition
                    | WordClass.Conjunction
                    | WordClass.Determiner
                    | WordClass.Auxiliary
                    | WordClass.Pronoun
            );
    }
}
