using System.Buffers.Binary;
using System.Security.Cryptography;
using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Campaigns.Comments.Judging;
using Atelier.Campaigns.Comments.Writing;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

internal sealed record DraftOutcome(Guid CommentId, CommentState State, double Score, int Versions);

/// <summary>
/// Writes the draft for a post: a model's, revised at most twice, or the built-in writer's; gates and score; then what a judge
/// thinks of it. Done once for a campaign, post and persona, however often it is asked for.
/// </summary>
internal sealed class DraftPost(
    CampaignsDb db,
    CommentDesk desk,
    BuiltInWriter builtIn,
    CampaignStates campaigns,
    TimeProvider clock
)
{
    private const int Rounds = 3;

    public const string StartingPoint =
        "Written without a model, from the post's own words: a starting point for you to edit.";

    public async Task<DraftOutcome> RunAsync(
        Guid campaignId,
        Guid postId,
        AgentTurn writer,
        AgentTurn reviewer,
        CancellationToken cancel
    )
    {
        var campaign = await db.Set<Campaign>().AsNoTracking().SingleAsync(c => c.Id == campaignId, cancel);
        var id = await db.BeginCommentAsync(campaign, postId, clock.GetUtcNow(), cancel);
        return await WriteAsync(id, writer, reviewer, cancel);
    }

    /// <summary>Writes what is to be drafted; a comment in any other state stays as it is.</summary>
    public async Task<DraftOutcome> WriteAsync(Guid id, AgentTurn writer, AgentTurn reviewer, CancellationToken cancel)
    {
        var scene =
            await desk.FindAsync(id, cancel) ?? throw new InvalidOperationException($"Comment {id} has lost its post.");
        if (scene.Comment.State is CommentState.Drafting)
        {
            var (texts, notes) = await FromModelAsync(scene, writer, cancel);
            var judgement = await JudgeAsync(scene, texts, reviewer, cancel);
            await FinishAsync(scene, texts, notes, judgement, reviewer, cancel);
        }
        return await db.Set<Comment>()
            .Where(c => c.Id == id)
            .Select(c => new DraftOutcome(c.Id, c.State, c.Score ?? 0, c.Versions))
            .SingleAsync(cancel);
    }

    private async Task<(List<NewText> Texts, List<string> Notes)> FromModelAsync(
        CommentOnDesk scene,
        AgentTurn writer,
        CancellationToken cancel
    )
    {
        var (texts, notes) = (new List<NewText>(), new List<string>());
        (string Text, Assessment Assessment)? before = null;
        for (var round = 1; writer.HasModel && scene.Studied.Post.Text.Length > 0 && round <= Rounds; round++)
        {
            var key = $"write {scene.Comment.Id} {scene.Comment.Versions} {round}";
            var order = new WritingOrder(key, scene.Studied.Post, scene.Brief, scene.Comment.Instruction, before);
            var (text, failure) = await ModelWriter.WriteAsync(writer, order, cancel);
            if (text is null)
            {
                notes.Add($"The model gave no comment: {failure?.Detail ?? "its answer could not be used."}");
                break;
            }
            var assessment = desk.Assess(scene, text);
            texts.Add(
                new(
                    text,
                    writer.Agent.Model ?? "model",
                    $"writer {writer.Agent.Version}",
                    assessment,
                    round == 1 ? null : "Revised after the gates and the score."
                )
            );
            if (assessment is { Passed: true, Verdict: ScoreVerdict.Ready })
                return (texts, notes);
            before = (text, assessment);
        }
        if (texts.LastOrDefault()?.Assessment.Passed is true)
            return (texts, notes);
        if (texts.Count > 0)
            notes.Add("The model's drafts failed a gate, so the built-in writer wrote one.");
        return (texts, notes);
    }

    private async Task<Judgement?> JudgeAsync(
        CommentOnDesk scene,
        List<NewText> texts,
        AgentTurn reviewer,
        CancellationToken cancel
    )
    {
        if (!reviewer.HasModel || texts.LastOrDefault() is not { Assessment.Passed: true } last)
            return null;
        var version = scene.Comment.Versions + texts.Count;
        var key = $"judge {scene.Comment.Id} {version}";
        return await Judge.AskAsync(reviewer, key, scene.Studied.Post, last.Text, version, clock.GetUtcNow(), cancel);
    }

    /// <summary>
    /// In the campaign's turn: the built-in writer must see every other draft, and a draft that was meanwhile written may be
    /// like this one.
    /// </summary>
    private async Task FinishAsync(
        CommentOnDesk before,
        List<NewText> texts,
        List<string> notes,
        Judgement? judgement,
        AgentTurn reviewer,
        CancellationToken cancel
    )
    {
        var assessment = await reviewer.ToolAsync(
            "check_draft",
            before.Post.Url,
            token =>
                db.InTransactionAsync(
                    async _ =>
                    {
                        await desk.TakeTurnAsync(before.Campaign.Id, token);
                        var scene = await desk.FindAsync(before.Comment.Id, token);
                        if (scene is null || scene.Comment.State is not CommentState.Drafting)
                            return null;
                        if (texts.Count > 0)
                            texts[^1] = texts[^1] with { Assessment = desk.Assess(scene, texts[^1].Text) };
                        if (texts.LastOrDefault() is not { Assessment.Passed: true })
                            texts.Add(FromPhrases(scene, notes));
                        var last = texts[^1];
                        var kept = last.Writer == Comment.BuiltIn ? null : judgement;
                        await db.FinishAsync(
                            scene.Comment,
                            texts,
                            scene.Post.Language ?? "",
                            notes,
                            AttemptsOf(scene, texts),
                            kept,
                            CommentDesk.StateOf(last.Assessment, kept),
                            clock.GetUtcNow(),
                            token
                        );
                        return last.Assessment;
                    },
                    token
                ),
            cancel
        );
        if (assessment is null)
            return;
        campaigns.Changed(before.Campaign.Id);
        reviewer.Evaluate(assessment);
    }

    private NewText FromPhrases(CommentOnDesk scene, List<string> notes)
    {
        var draft = builtIn.Write(
            scene.Studied,
            scene.Post.Id,
            scene.Brief,
            scene.Others,
            SeedOf(scene.Comment),
            clock.GetUtcNow()
        );
        notes.Add(draft.Refusal ?? StartingPoint);
        var text = draft.Text ?? "";
        return new(text, Comment.BuiltIn, null, draft.Assessment ?? desk.Assess(scene, text), null);
    }

    private static IReadOnlyList<Attempt> AttemptsOf(CommentOnDesk scene, List<NewText> texts) =>
        [.. FencedPost.AttemptsOf(scene.Studied.Post), .. texts.SelectMany(text => InstructionFinder.In(text.Text))];

    /// <summary>Another regeneration, other words.</summary>
    private static int SeedOf(Comment comment) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData([.. comment.Id.ToByteArray(), (byte)comment.Versions]));
}
