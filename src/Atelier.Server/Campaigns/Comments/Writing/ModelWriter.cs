using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Generation;
using Atelier.Reading.Safety;

namespace Atelier.Campaigns.Comments.Writing;

/// <summary>A model's comment.</summary>
/// <param name="Anchors">Words of the post that it holds on to, as they stand there.</param>
public sealed record WrittenComment(string Comment, IReadOnlyList<string> Anchors);

/// <summary>What a model is asked for.</summary>
/// <param name="Key">Names the question within the run, so that it is paid for once.</param>
/// <param name="Before">The draft that failed, and why; null the first time.</param>
internal sealed record WritingOrder(
    string Key,
    PostText Post,
    CommentBrief Brief,
    string? Instruction,
    (string Text, Assessment Assessment)? Before
);

/// <summary>
/// Asks a model for a comment. It sees the post between marks, has no tools, and what it says is text: links, orders and all
/// else it may have picked up meet the gates.
/// </summary>
internal static class ModelWriter
{
    private const string Rules = """
        Write one comment of 45 to 150 words and 2 to 7 sentences, in plain text, in the language of the post.
        Hold on to at least two things of the post's text (not of its title): a number, a name, or at most 12 quoted words.
        Quote nothing else; never repeat more than 8 words in a row without quotation marks. Say nothing as a fact that the post
        does not say: mark your own views as such ("I think"). Tell no experience but the persona's. End with a question that
        the author can answer. Do not praise, and do not begin with thanks. No links, no mail addresses, no telephone numbers.
        """;

    public static async Task<(string? Text, ModelFailure? Failure)> WriteAsync(
        AgentTurn writer,
        WritingOrder order,
        CancellationToken cancel
    )
    {
        var question = new JsonQuestion<WrittenComment>(
            "comment",
            $"{writer.Agent.Goal}\n\n{writer.Agent.Instructions}\n\n{Rules}",
            Prompt(order),
            answer =>
                answer.Comment.Trim().Length is 0 or > Comments.Comment.Longest
                    ? ["The comment is empty or far too long."]
                    : []
        );
        var answer = await writer.AskAsync(order.Key, question, cancel);
        return answer.Value is { } written ? (Finished(written.Comment, order), null) : (null, answer.Failure);
    }

    /// <summary>A comment that forgot to disclose gets its disclosure; nothing else is mended.</summary>
    private static string Finished(string comment, WritingOrder order)
    {
        var text = ReaderText.Clean(comment).Trim();
        var language = order.Post.Language;
        return Disclosures.Find(text, order.Brief, language) is null
            ? $"{text} {Disclosures.For(order.Brief, language)}"
            : text;
    }

    private static string Prompt(WritingOrder order)
    {
        var (brief, persona) = (order.Brief, order.Brief.Persona);
        var experience = persona is { Confirmed: true, Experience.Count: > 0 }
            ? string.Join("; ", persona.Experience)
            : "none that may be told";
        var prompt = $"""
            Persona: {persona.Name}. Voice: {persona.Voice}. Background: {persona.Background}. Experience: {experience}.
            Subject of the campaign: {brief.Topic}. Affiliation: {brief.Affiliation}.
            The first or the last sentence is exactly: {Disclosures.For(brief, order.Post.Language)}
            {(
                brief.Links.Count > 0
                    ? $"One of these addresses may stand in it, if it helps the reader: {string.Join(" ", brief.Links)}"
                    : ""
            )}
            {(order.Instruction is { } wish ? $"The editor asks: {wish}" : "")}

            {FencedPost.Of(order.Post).Quoted()}
            """;
        if (order.Before is not var (text, assessment))
            return prompt;
        var problems = assessment
            .Gates.Where(gate => !gate.Passed)
            .Select(gate =>
                $"- {gate.Why} {string.Join("; ", gate.Evidence.Where(one => one.Quote is not null).Select(one => $"{one.What}: {one.Quote}").Take(4))}"
            )
            .Concat(assessment.Findings.Select(finding => $"- {finding}"));
        return $"{prompt}\n\nThis draft was refused:\n{text}\n\nWhat is wrong with it:\n{string.Join('\n', problems)}\n\nWrite it anew without these faults.";
    }
}
