using System.Runtime.InteropServices;
using Atelier.Language.Cast.Lexing;
using Atelier.Language.Cast.Quoting;
using Atelier.Language.Cast.Speaking;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Relating;

/// <summary>Where everybody is named, and who is named in one paragraph with whom.</summary>
internal sealed class Sightings(ChapterCounter chapters)
{
    private const int MostPairs = 100_000;

    // A paragraph that names more is a list of guests.
    private const int MostTogether = 8;

    private readonly List<int> _together = [];

    public Dictionary<int, List<TextSpan>> Places { get; } = [];

    public Dictionary<(int A, int B), Meeting> Meetings { get; } = [];

    public void Add(Block block, ReadOnlySpan<Piece> tokens, List<Mention> mentions, Stage stage)
    {
        _together.Clear();
        foreach (var mention in mentions)
        {
            if (mention.Kind is not (MentionKind.Name or MentionKind.Noun or MentionKind.I))
                continue;
            var figure =
                mention.Kind == MentionKind.Noun ? stage.Resolve(mention)
                : mention.Kind == MentionKind.I ? stage.Narrator
                : mention.Figure;
            if (figure < 0 || (mention.Kind == MentionKind.I && !mention.IsSubject))
                continue;
            // A noun stands for many people; only where it speaks is it surely one.
            if (mention.Kind != MentionKind.Noun)
                (CollectionsMarshal.GetValueRefOrAddDefault(Places, figure, out _) ??= []).Add(
                    new(tokens[mention.First].Start, tokens[mention.Last].End)
                );
            if (_together.Count < MostTogether && !_together.Contains(figure))
                _together.Add(figure);
        }
        for (var i = 0; i < _together.Count; i++)
        for (var j = i + 1; j < _together.Count; j++)
            Meet(_together[i], _together[j], block.Span);
    }

    public void AddSpeaking(IReadOnlyList<Turn> turns, Stage stage)
    {
        foreach (var turn in turns)
            if (
                turn.Tag == TagKind.Noun
                && turn.Speaker == turn.Tagged
                && stage.Figures[turn.Speaker].Kind == Naming.FigureKind.Noun
            )
                (CollectionsMarshal.GetValueRefOrAddDefault(Places, turn.Speaker, out _) ??= []).Add(turn.TagPlace);
    }

    private void Meet(int a, int b, TextSpan passage)
    {
        var pair = (Math.Min(a, b), Math.Max(a, b));
        if (!Meetings.TryGetValue(pair, out var meeting))
        {
            if (Meetings.Count >= MostPairs)
                return;
            Meetings[pair] = meeting = new Meeting();
        }
        meeting.Add(passage, chapters.Of(passage.Start));
    }
}

/// <summary>How often two have to do with each other, and where.</summary>
internal sealed class Meeting
{
    private const int MostPassages = 20; // and the first of each chapter

    private readonly Dictionary<int, int> _counts = [];

    public int Count { get; private set; }

    public List<TextSpan> Passages { get; } = [];

    public void Add(TextSpan passage, int chapter)
    {
        Count++;
        ref var here = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, chapter, out var isKnown);
        here++;
        if (Passages.Count < MostPassages || !isKnown)
            Passages.Add(passage);
    }

    public int[] ByChapter(int chapters)
    {
        var counts = new int[chapters];
        foreach (var (chapter, count) in _counts)
            if (chapter < chapters)
                counts[chapter] = count;
        return counts;
    }
}
