using Atelier.Language.Cast.Speaking;

namespace Atelier.Language.Cast.Relating;

/// <summary>Who is spoken to: whom the words call or the tag names, else the other one in the talk.</summary>
internal static class Addressees
{
    private const int Reach = 3;

    public static int Of(IReadOnlyList<Turn> turns, int at)
    {
        var turn = turns[at];
        if (turn.Called >= 0 && turn.Called != turn.Speaker)
            return turn.Called;
        if (turn.Addressee >= 0 && turn.Addressee != turn.Speaker)
            return turn.Addressee;
        for (var i = at; i > 0 && i > at - Reach && Conversation.GoesOn(turns[i - 1], turns[i]); i--)
            if (turns[i - 1].Speaker != turn.Speaker && turns[i - 1].Speaker >= 0)
                return turns[i - 1].Speaker;
        for (var i = at + 1; i < turns.Count && i <= at + Reach && Conversation.GoesOn(turns[i - 1], turns[i]); i++)
            if (turns[i].Speaker != turn.Speaker && turns[i].Speaker >= 0)
                return turns[i].Speaker;
        return -1;
    }
}
