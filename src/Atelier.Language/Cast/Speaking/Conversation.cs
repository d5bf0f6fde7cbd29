using Atelier.Language.Cast.Quoting;

namespace Atelier.Language.Cast.Speaking;

/// <summary>What one turn says about the next, in log-odds.</summary>
internal static class Conversation
{
    /// <summary>Whether the turn belongs to the talk of the one before.</summary>
    public static bool GoesOn(Turn before, Turn turn) =>
        turn.Continues || (turn.Chapter == before.Chapter && turn.Gap < Weights.ConversationGap);

    /// <summary>For a speaker after the two before; -1 stands for nobody.</summary>
    public static double Step(Turn before, Turn turn, int last, int previous, int speaker)
    {
        if (turn.Continues)
            return speaker == previous ? 0 : Weights.OtherContinues;
        var score = 0.0;
        if (speaker == previous)
            score +=
                turn.Gap > 0 ? Weights.SameAfterNarration
                : turn.Border == Border.Loose ? Weights.SameLoose
                : Weights.Same;
        else
        {
            if (speaker == last)
                score +=
                    turn.Gap > 0 ? Weights.AlternatesAfterNarration
                    : turn.Border == Border.Loose ? Weights.AlternatesLoose
                    : Weights.Alternates;
            if (speaker == before.Called || speaker == before.Addressee)
                score += Weights.CalledAnswers;
        }
        if (previous >= 0 && previous == turn.Called)
            score += Weights.CallsLastSpeaker;
        return score;
    }
}
