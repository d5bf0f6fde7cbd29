using Atelier.Generation;
using Atelier.JobEngine;
using Atelier.Library.Talk.Grounding;
using Atelier.Library.Talk.Streaming;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk.Answering;

/// <summary>
/// Finds passages, writes the answer, checks its citations, ends the stream. Without a model the character answers in
/// their own words from the book; where a model fails the book takes over, and the reader is told.
/// </summary>
internal sealed class AnswerMessageHandler(
    LibraryDb db,
    AnswerPen pen,
    Retrieval retrieval,
    QuotationVoice quotations,
    ModelVoice model,
    GenerationModels models,
    TimeProvider clock
) : IJobHandler<AnswerMessage>
{
    private const int MostBefore = 60;

    public async Task<object?> RunAsync(AnswerMessage payload, JobRun run, CancellationToken cancel)
    {
        var writer = Guid.CreateVersion7(clock.GetUtcNow());
        if (await pen.TakeAsync(payload.MessageId, writer, run.PublicId, cancel) is not var (events, content))
            return null;
        if (events > 1)
        {
            // A run before this one died in the middle: what it wrote stays, and nothing is written twice.
            await pen.EndAsync(payload.MessageId, MessageState.Failed, "interrupted", "interrupted", cancel);
            return null;
        }
        try
        {
            var sheet = new AnswerSheet(payload.MessageId, writer, events, pen, clock);
            await AnswerAsync(await SceneAsync(payload.MessageId, cancel), sheet, cancel);
        }
        catch (AnswerEndedException)
        {
            // Stopped: what was written stays.
        }
        return null;
    }

    private async Task AnswerAsync(Scene scene, AnswerSheet sheet, CancellationToken cancel)
    {
        var said = models.Chat is null
            ? await quotations.AnswerAsync(scene, sheet, cancel)
            : await FromModelAsync(scene, sheet, cancel);
        await sheet.FlushAsync(cancel);
        var citations = CitationCheck.Of(sheet.Text, said.Passages, said.Exact);
        await sheet.CiteAsync(said.Passages, citations, cancel);
        if (said.Spent is { } spent)
            await sheet.TellAsync(
                AnswerEvents.Usage,
                new UsageData(spent.InputTokens, spent.OutputTokens, spent.Cost),
                cancel
            );
        await KeepAsync(scene, said, citations, cancel);
        await pen.EndAsync(
            scene.Answer.Id,
            sheet.Text.Length > 0 ? MessageState.Done : MessageState.Failed,
            sheet.Text.Length > 0 ? "stop" : "failed",
            said.ErrorCode,
            cancel
        );
    }

    private async Task<Utterance> FromModelAsync(Scene scene, AnswerSheet sheet, CancellationToken cancel)
    {
        var passages = await retrieval.FindAsync(scene, cancel);
        await sheet.TellAsync(AnswerEvents.Retrieval, new RetrievalData(passages), cancel);
        // At once: an answer that is stopped keeps what it cites.
        await db
            .Messages.Where(m => m.Id == scene.Answer.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Passages, passages), cancel);
        var said = await model.AnswerAsync(scene, passages, models.NewBudget(), sheet, cancel);
        if (said.Failure is not { } failure)
            return said;
        await sheet.FlushAsync(cancel);
        var note = $"{failure.Detail} What follows are the character's own words from the book.";
        await sheet.FailAsync(failure, note, cancel);
        if (sheet.Text.Length > 0)
            await sheet.WriteAsync("\n\n", cancel);
        var own = await quotations.AnswerAsync(scene, sheet, cancel, said.Passages);
        return own with { Note = note, ErrorCode = failure.Code, LoreSeen = said.LoreSeen };
    }

    private async Task<Scene> SceneAsync(Guid messageId, CancellationToken cancel)
    {
        var answer = await db.Messages.AsNoTracking().SingleAsync(m => m.Id == messageId, cancel);
        var chat = await db.Chats.AsNoTracking().SingleAsync(c => c.Id == answer.ChatId, cancel);
        var character = await db.Characters.AsNoTracking().SingleAsync(c => c.Id == chat.CharacterId, cancel);
        var document = await db
            .Documents.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == character.DocumentId, cancel);
        var way = await db.BeforeAsync(messageId, MostBefore, cancel);
        var before = await db
            .Messages.AsNoTracking()
            .Where(m => way.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, cancel);
        return new(
            answer,
            chat,
            character,
            document,
            new Persona(character, chat.Horizon),
            [.. way.Skip(1).Reverse().Where(before.ContainsKey).Select(id => before[id])]
        );
    }

    private async Task KeepAsync(
        Scene scene,
        Utterance said,
        IReadOnlyList<Citation> citations,
        CancellationToken cancel
    )
    {
        await db
            .Messages.Where(m => m.Id == scene.Answer.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.Passages, said.Passages)
                        .SetProperty(m => m.Citations, citations)
                        .SetProperty(m => m.Note, said.Note)
                        .SetProperty(m => m.Model, said.Model),
                cancel
            );
        IReadOnlyList<string> seen = [.. scene.Chat.LoreSeen.Union(said.LoreSeen)];
        var now = clock.GetUtcNow();
        await db
            .Chats.Where(c => c.Id == scene.Chat.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.LoreSeen, seen).SetProperty(c => c.UpdatedAt, now),
                cancel
            );
    }
}
