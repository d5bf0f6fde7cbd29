using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Jobs.Batches;

/// <param name="Do">succeed, fail, wait until cancelled, or mend: fail until <see cref="BatchStudio.Mend"/>.</param>
public sealed record Note(
    [property: Required, StringLength(100)] string Text,
    string Do = "succeed",
    [property: Range(1, 9)] int Size = 1
);

public sealed record WriteNote(Guid NoteId, string Do) : IJobPayload
{
    public static string Kind => "test.write_note.v1";
}

public sealed class WriteNoteHandler(MendedNotes mended) : IJobHandler<WriteNote>
{
    public async Task<object?> RunAsync(WriteNote payload, JobRun run, CancellationToken cancel)
    {
        await run.StepAsync("begin", _ => Task.FromResult(1));
        if (payload.Do == "wait")
            await Task.Delay(Timeout.Infinite, cancel);
        return payload.Do == "fail" || (payload.Do == "mend" && !mended.ContainsKey(run.OwnerId))
            ? throw new JobFailure("note.torn", "The note was torn.", retryable: false)
            : new { payload.NoteId };
    }
}

/// <summary>People whose notes do not tear any more.</summary>
public sealed class MendedNotes : ConcurrentDictionary<Guid, bool>;

/// <summary>A studio whose works are notes: as small as works can be, through the contract that books use.</summary>
internal sealed class BatchOfNotes(BodyRules rules, JobClient jobs, AssetStore assets, TimeProvider clock) : IBatchWork
{
    private static readonly ConcurrentDictionary<Guid, string> Texts = [];

    public string Kind => "note";

    public string Area => "library";

    public IReadOnlyDictionary<string, Type> Fields { get; } = rules.FieldsOf<Note>();

    public IReadOnlyList<string> Formats => ["text", "copy"];

    public string PathOf(Guid workId) => $"/notes/{workId}";

    public async Task<IReadOnlyList<ItemProblem>> CheckAsync(
        Guid ownerId,
        IReadOnlyList<JsonObject> items,
        CancellationToken cancel
    )
    {
        var problems = new List<ItemProblem>();
        foreach (var (i, item) in items.Index())
        {
            var (note, errors) = await rules.ReadAsync<Note>(item, cancel);
            problems.AddRange(errors.Select(error => new ItemProblem(i, error.Key, error.Value[0])));
            var wrong = new List<ValidationResult>();
            if (note is not null && !Validator.TryValidateObject(note, new(note), wrong, validateAllProperties: true))
                problems.AddRange(
                    wrong.Select(w => new ItemProblem(i, w.MemberNames.Single().ToLowerInvariant(), $"{w}"))
                );
            if (note?.Text == "theirs")
                problems.Add(new(i, "text", "This text belongs to somebody else.", Forbidden: true));
        }
        return problems;
    }

    public async Task<WorkOrder> OrderAsync(
        DbTransaction transaction,
        JobOptions options,
        IReadOnlyList<JsonObject> items,
        CancellationToken cancel
    )
    {
        var ordered = new List<OrderedWork>();
        foreach (var item in items)
        {
            var note = (await rules.ReadAsync<Note>(item, cancel)).Value!;
            if (note.Text == "burn")
                throw new InvalidOperationException("An order that breaks half way.");
            var id = Guid.CreateVersion7(clock.GetUtcNow());
            Texts[id] = note.Text;
            var job = await jobs.EnqueueAsync(
                (NpgsqlTransaction)transaction,
                new WriteNote(id, note.Do),
                options,
                cancel
            );
            if (job.Refusal is { } refusal)
                return new([], refusal);
            ordered.Add(new(id, job.PublicId, note.Text));
        }
        return new(ordered);
    }

    public async Task<IReadOnlyList<WorkFile>> FilesAsync(
        IReadOnlyCollection<Guid> works,
        string? format,
        CancellationToken cancel
    )
    {
        var files = new List<WorkFile>();
        foreach (var work in works.Where(work => Texts[work] != "gone"))
        foreach (var name in Formats.Where(name => format is null || format == name))
        {
            var asset = await assets.PutAsync(Encoding.UTF8.GetBytes($"{name}: {Texts[work]}"), "text/plain", cancel);
            files.Add(new(work, $"note.{name}", asset.Sha256));
        }
        return files;
    }
}

public class BatchStudio : StudioFactory
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public void Mend(Person person) => Services.GetRequiredService<MendedNotes>()[person.Id] = true;

    /// <summary>Orders one note for each of these; `wait` and the like say what their jobs do, the rest succeeds.</summary>
    public static Task<JsonNode> OrderAsync(Person person, params string[] texts) => OrderAsync(person, null, texts);

    public static async Task<JsonNode> OrderAsync(Person person, int? maxParallel, params string[] texts)
    {
        var items = texts.Select(text => new { text, @do = text is "wait" or "fail" or "mend" ? text : "succeed" });
        var order = new
        {
            kind = "note",
            maxParallel,
            items,
        };
        return (await person.PostAsync("batch", order)).Expect(HttpStatusCode.Created);
    }

    public static string PathOf(JsonNode batch) => $"batch/{batch["id"]}";

    /// <summary>Asks until the batch is as wished: it has no feed of its own to wait on here.</summary>
    public static async Task<JsonNode> UntilAsync(Person person, JsonNode batch, Func<JsonNode, bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var now = (await person.GetAsync(PathOf(batch))).Expect(HttpStatusCode.OK);
            if (reached(now))
                return now;
            await Task.Delay(20, patience.Token);
        }
    }

    public static Task<JsonNode> EndOfAsync(Person person, JsonNode batch) =>
        UntilAsync(person, batch, now => now["finishedAt"] is not null);

    public static async Task<JsonArray> ItemsAsync(Person person, JsonNode batch, string query = "limit=100") =>
        (await person.GetAsync($"{PathOf(batch)}/items?{query}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

    public async Task<long> CountAsync(Person person, string table)
    {
        await using var count = Database.CreateCommand($"select count(*) from jobs.{table} where owner_id = $1");
        count.Parameters.AddWithValue(person.Id);
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    internal override void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MendedNotes>().AddScoped<IBatchWork, BatchOfNotes>();
        builder.Services.AddJobHandler<WriteNote, WriteNoteHandler>("notes");
    }
}
