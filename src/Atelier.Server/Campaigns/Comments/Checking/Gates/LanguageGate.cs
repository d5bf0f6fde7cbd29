using Atelier.Language.Figures;

namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>G9: an answer in another language is no answer.</summary>
internal static class LanguageGate
{
    /// <summary>Told apart by few words only.</summary>
    private static readonly string[][] Close =
    [
        ["da", "nb", "no", "nn"],
        ["sr", "hr", "bs", "bg"],
        ["id", "ms"],
    ];

    public static GateResult Judge(GateScene scene)
    {
        if (scene.Post.Post.Language is not { } wanted)
            return Gate.Fail("G9", "The language of the post is not known.");
        var comment = scene.Comment;
        var own = string.Join(' ', comment.Statements.Select(sentence => sentence.Text));
        if ((LanguageGuess.Of(own) ?? LanguageGuess.Of(comment.Text))?.Code is not { } written)
            return Gate.Fail("G9", "The language of the comment cannot be told: it is too short.");
        var evidence = new Evidence("language", written);
        return written == wanted || Close.Any(group => group.Contains(written) && group.Contains(wanted))
            ? Gate.Pass("G9", "It is in the language of the post.", evidence)
            : Gate.Fail("G9", $"The post is in “{wanted}”, the comment in “{written}”.", evidence);
    }
}
