using Atelier.Language.Cast.Lexing;
using Atelier.Language.Cast.Naming;
using Atelier.Language.Cast.Quoting;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Speaking;

/// <summary>Goes through the blocks in order, keeps the stage up to date and makes turns of what is said.</summary>
/// <param name="heard">What an earlier reading decided, so that who spoke without a tag is on stage too.</param>
internal sealed class TurnReader(
    Vocabulary words,
    Stage stage,
    IReadOnlyList<QuoteSpan> quotes,
    bool[] firstPerson,
    IReadOnlyList<Turn>? heard
)
{
    private readonly MentionReader _mentions = new(words, [.. stage.Figures]);
    private readonly TagReader _tags = new(words);
    private readonly TurnScorer _scorer = new(stage);
    private readonly List<(int Open, int Close, Tag Tag)> _spoken = [];
    private int _gap;
    private int _actedLast = -1;
    private int _chapter = -1;

    public List<Turn> Turns { get; } = [];

    /// <summary>The log-odds of somebody who was not on stage when the turn was read.</summary>
    public Choice Unseen(int figure, Turn turn) => _scorer.Unseen(figure, turn);

    /// <summary>The mentions of the block read last.</summary>
    public List<Mention> Read(Block block, ReadOnlySpan<Piece> tokens)
    {
        if (block.Chapter != _chapter && _chapter >= 0)
            stage.Salience.Fade(Weights.ChapterFade);
        _chapter = block.Chapter;
        var mentions = _mentions.Read(tokens);
        FindSpeech(tokens, mentions);
        var noted = 0;
        for (var from = 0; from < _spoken.Count; )
        {
            var to = SameSpeaker(mentions, from);
            noted = NoteUntil(tokens, mentions, noted, _spoken[from].Open);
            AddTurn(block, tokens, mentions, from, to);
            (_gap, from) = (0, to + 1);
        }
        if (_spoken.Count == 0)
            _gap++;
        NoteUntil(tokens, mentions, noted, int.MaxValue);
        _actedLast = LastActor(mentions);
        return mentions;
    }

    private void FindSpeech(ReadOnlySpan<Piece> tokens, List<Mention> mentions)
    {
        _spoken.Clear();
        for (var at = 0; at < tokens.Length; at++)
            if (tokens[at].Mark == Mark.Open)
                _spoken.Add((at, tokens.Length - 1, default));
            else if (tokens[at].Mark == Mark.Close && _spoken.Count > 0)
                _spoken[^1] = _spoken[^1] with { Close = at };
        for (var i = 0; i < _spoken.Count; i++)
            _spoken[i] = _spoken[i] with { Tag = _tags.Read(tokens, mentions, _spoken[i].Open, _spoken[i].Close) };
    }

    /// <summary>The last quotation of the paragraph that no other speaker's tag separates from this one.</summary>
    private int SameSpeaker(List<Mention> mentions, int from)
    {
        var known = _spoken[from].Tag;
        for (var i = from + 1; i < _spoken.Count; i++)
        {
            // Two quotations with nothing between them stood in two paragraphs, whatever the text's lines say.
            if (_spoken[i].Open == _spoken[i - 1].Close + 1)
                return i - 1;
            var tag = _spoken[i].Tag;
            if (tag.Kind <= TagKind.Introduced)
                continue;
            if (known.Kind > TagKind.Introduced && Differ(mentions[known.Speaker], mentions[tag.Speaker]))
                return i - 1;
            if (known.Kind <= TagKind.Introduced)
                known = tag;
        }
        return _spoken.Count - 1;
    }

    private static bool Differ(Mention a, Mention b)
    {
        if (a.First == b.First)
            return false;
        if (a.Kind == MentionKind.Name && b.Kind == MentionKind.Name)
            return a.Figure != b.Figure;
        if (a.Kind == MentionKind.I != (b.Kind == MentionKind.I))
            return true;
        return !Genders.Agree(a.Gender, b.Gender);
    }

    private void AddTurn(Block block, ReadOnlySpan<Piece> tokens, List<Mention> mentions, int from, int to)
    {
        var tag = Tag.None;
        for (var i = from; i <= to; i++)
            if (Rank(_spoken[i].Tag) > Rank(tag))
                tag = _spoken[i].Tag;
        var quote = ~tokens[_spoken[from].Open].Word;
        var turn = _scorer.Score(
            new Scene(
                block,
                tokens[0].Start,
                mentions,
                tag,
                tag.Speaker < 0 ? default : Place(tokens, mentions[tag.Speaker]),
                _spoken[from].Open,
                _spoken[from].Close,
                _spoken[to].Close,
                _actedLast,
                from > 0 ? _spoken[from - 1].Close : -1,
                to + 1 < _spoken.Count ? _spoken[to + 1].Open : int.MaxValue,
                firstPerson[NarratorFinder.StretchOf(block.Span.Start)]
            ),
            quote,
            ~tokens[_spoken[to].Open].Word,
            from == 0 ? block.Border : Border.Paragraph,
            _gap,
            quotes[quote].Continues,
            _spoken[to].Close > 0 && tokens[_spoken[to].Close - 1].Word == -'?'
        );
        turn.PlainlyTagged = PlainlyTagged(mentions, tag, from, to);
        Turns.Add(turn);
        var at = tokens[_spoken[from].Open].Start;
        if (turn.Tagged >= 0)
            stage.Salience.Note(turn.Tagged, at, Weights.SpeakerMention);
        else if (
            heard?[Turns.Count - 1] is { Speaker: >= 0, Confidence: var sure } known
            && sure > Weights.HeardClearly
        )
            stage.Salience.Note(known.Speaker, at, Weights.HeardMention);
    }

    private ulong PlainlyTagged(List<Mention> mentions, Tag tag, int from, int to)
    {
        var bits = 0UL;
        for (var i = from; i <= to && i < from + Turn.MostTagged; i++)
            if (
                _spoken[i].Tag is { Kind: not TagKind.None } own
                    ? IsSame(mentions, own, tag)
                    : i > from && (bits >> (i - from - 1)) != 0 && IsStillSpeaking(mentions, tag.Speaker, i)
            )
                bits |= 1UL << (i - from);
        return bits;
    }

    private static bool IsSame(List<Mention> mentions, Tag own, Tag turn) =>
        own.Speaker == turn.Speaker
            ? own.IsPlain || turn.IsPlain
            : own.IsPlain && own.Kind == turn.Kind && mentions[own.Speaker].Figure == mentions[turn.Speaker].Figure;

    /// <summary>"..." said Edwin. He rose. "..."</summary>
    private bool IsStillSpeaking(List<Mention> mentions, int speaker, int quote)
    {
        var who = mentions[speaker];
        foreach (var mention in mentions.Between(_spoken[quote - 1].Close + 1, _spoken[quote].Open))
            if (
                mention is { IsSubject: true, IsQuoted: false }
                && mention.First != who.First
                && (mention.Kind != MentionKind.Pronoun || mention.Gender != who.Gender)
            )
                return false;
        return true;
    }

    private static TextSpan Place(ReadOnlySpan<Piece> tokens, Mention mention) =>
        new(tokens[mention.First].Start, tokens[mention.Last].End);

    private static int Rank(Tag tag) =>
        ((int)tag.Kind * 2) + (tag.IsClose ? (tag.Kind > TagKind.Introduced ? 20 : 1) : 0);

    private int NoteUntil(ReadOnlySpan<Piece> tokens, List<Mention> mentions, int from, int end)
    {
        for (; from < mentions.Count && mentions[from].First < end; from++)
            stage.Note(mentions[from], tokens[mentions[from].First].Start);
        return from;
    }

    private int LastActor(List<Mention> mentions)
    {
        for (var i = mentions.Count - 1; i >= 0; i--)
            if (
                mentions[i] is { IsSubject: true, IsQuoted: false }
                && stage.Resolve(mentions[i]) is >= 0 and var figure
            )
                return figure;
        return -1;
    }
}
