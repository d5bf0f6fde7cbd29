using Atelier.Language.Cast.Naming;

namespace Atelier.Language.Cast.Speaking;

/// <summary>
/// Joins to the teller the names that others call and "I" answers to: one is Davy to a nurse and Trotwood to an aunt. A name
/// that the narration itself uses of somebody is somebody else's.
/// </summary>
internal static class TellerNames
{
    private const int Fewest = 3;

    // Where the talk says who answers, it has to be the teller this many times for each time it is another.
    private const int Mostly = 2;
    private const double MostNarrated = 0.3;

    public static void Join(Stage stage, IReadOnlyList<Turn> turns)
    {
        if (stage.Narrator < 0)
            return;
        var answers = new Dictionary<int, (int Teller, int Other)>();
        for (var i = 0; i < turns.Count; i++)
            if (turns[i] is { Called: >= 0, Tag: not TagKind.I } turn && turn.Called != stage.Narrator)
            {
                var (teller, other) = answers.GetValueOrDefault(turn.Called);
                if (i + 1 < turns.Count && Conversation.GoesOn(turn, turns[i + 1]))
                    (teller, other) = Count(turn, turns[i + 1], teller, other);
                if (i > 0 && Conversation.GoesOn(turns[i - 1], turn))
                    (teller, other) = Count(turn, turns[i - 1], teller, other);
                answers[turn.Called] = (teller, other);
            }
        var joined = answers
            .Where(one => one.Value.Teller >= Fewest && one.Value.Teller >= Mostly * one.Value.Other)
            .Select(one => one.Key)
            .Where(figure => IsOnlyCalled(stage.Figures[figure]))
            .Order()
            .ToList();
        foreach (var figure in joined)
            Join(stage.Figures[stage.Narrator], stage.Figures[figure]);
        foreach (var turn in turns.Where(turn => joined.Contains(turn.Speaker)))
            turn.Speaker = stage.Narrator;
    }

    private static (int Teller, int Other) Count(Turn call, Turn beside, int teller, int other) =>
        beside.Tag switch
        {
            TagKind.I => (teller + 1, other),
            TagKind.Named or TagKind.Noun when beside.Tagged != call.Tagged => (teller, other + 1),
            _ => (teller, other),
        };

    private static bool IsOnlyCalled(Figure figure) =>
        figure.Kind == FigureKind.Named
        && figure.Forms.Sum(form => form.Narrated) < MostNarrated * figure.Count
        && figure.Forms.Sum(form => form.Speaks) == 0;

    private static void Join(Figure teller, Figure name)
    {
        teller.Forms.AddRange(name.Forms);
        teller.Count += name.Count;
        if (teller.Gender == Gender.Unknown)
            (teller.Gender, teller.Evidence) = (name.Gender, name.Evidence);
        name.Forms.Clear();
        name.Count = 0;
    }
}
