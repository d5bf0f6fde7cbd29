using Atelier.JobEngine;
using Atelier.Library.Extracting;
using Atelier.Library.Reading;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Atelier.Library.Documents;

/// <param name="Document">The new one, or the one that has this file already.</param>
internal sealed record Taken(Document? Document, bool IsDuplicate, Problem? Refusal = null);

/// <summary>Makes a document of a stored file, and has it read.</summary>
internal sealed class Intake(LibraryDb db, JobClient jobs, AssetStore assets, TimeProvider clock)
{
    /// <summary>The unique index decides between two that bring the same file at once, not the look beforehand.</summary>
    public async Task<Taken> TakeAsync(Guid owner, Guid? project, Arrival arrival, Asset file, CancellationToken cancel)
    {
        if (await FindAsync(owner, file, cancel) is { } known)
            return new(known, IsDuplicate: true);
        DocumentFormat format;
        await using (var content = assets.OpenRead(file.Sha256)!)
        {
            var type = FileType.Of(content, arrival.FileName);
            if (type.Refusal is { } refusal)
                return new(null, IsDuplicate: false, refusal);
            format = type.Format!.Value;
        }
        var document = Document.Bring(
            owner,
            project,
            new(arrival.FileName, arrival.Title, format, file.Sha256, file.Length),
            clock.GetUtcNow()
        );
        try
        {
            db.Documents.Add(document);
            var refusal = await ReadAsync(document, arrival.Encoding, cancel);
            return refusal is null ? new(document, IsDuplicate: false) : new(null, IsDuplicate: false, refusal);
        }
        catch (DbUpdateException e) when (e.IsDuplicate())
        {
            return new(await FindAsync(owner, file, cancel), IsDuplicate: true);
        }
    }

    /// <param name="encoding">What its owner says it is written in.</param>
    /// <returns>Why it cannot be read now; then nothing has changed.</returns>
    public async Task<Problem?> ReadAsync(Document document, string? encoding, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The document's row first: its index says whether the file is new before anything is queued for it.
        await db.SaveChangesAsync(cancel);
        var name = $"document:{document.Id}";
        var ticket = await jobs.EnqueueAsync(
            (NpgsqlTransaction)transaction.GetDbTransaction(),
            new ReadDocument(document.Id),
            new JobOptions(document.OwnerId, document.ProjectId, UniqueKey: name, Subject: name),
            cancel
        );
        if (ticket.Refusal is { } refusal)
            return Problem.Conflict(refusal.Code, refusal.Message);
        if (ticket.AlreadyQueued)
            return Busy;
        document.StartReading(ticket.PublicId, encoding, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public static Problem Busy { get; } =
        Problem.Conflict("document_being_read", "This document is being read. Wait for it, or cancel its job first.");

    private Task<Document?> FindAsync(Guid owner, Asset file, CancellationToken cancel) =>
        db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.OwnerId == owner && d.Sha256 == file.Sha256, cancel);
}
