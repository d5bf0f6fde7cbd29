using System.Data.Common;
using System.Text.Json.Nodes;
using Atelier.JobEngine;

namespace Atelier.Jobs.Contracts;

/// <summary>
/// A kind of work that can be ordered by the hundred and on a schedule. A studio registers one for each kind; it is made
/// anew for every request.
/// </summary>
internal interface IBatchWork
{
    /// <summary>What a request calls it: <c>book</c>.</summary>
    string Kind { get; }

    /// <summary>Whose scopes it takes to order it and to fetch what was made: <c>books</c>.</summary>
    string Area { get; }

    /// <summary>The fields of an item, by their JSON names; the columns a table may have.</summary>
    IReadOnlyDictionary<string, Type> Fields { get; }

    /// <summary>The names of the files a finished work has.</summary>
    IReadOnlyList<string> Formats { get; }

    /// <summary>Where the API shows one work.</summary>
    string PathOf(Guid workId);

    /// <summary>Judges items as if each came as a request of its own.</summary>
    Task<IReadOnlyList<ItemProblem>> CheckAsync(
        Guid ownerId,
        IReadOnlyList<JsonObject> items,
        CancellationToken cancel
    );

    /// <summary>Creates the works of items that passed the check and enqueues their jobs, in the caller's transaction.</summary>
    /// <param name="options">For each job; its project, unique key and subject are the studio's to add.</param>
    /// <returns>One for each item, in order; or why a job was refused, and then the caller keeps nothing of it.</returns>
    Task<WorkOrder> OrderAsync(
        DbTransaction transaction,
        JobOptions options,
        IReadOnlyList<JsonObject> items,
        CancellationToken cancel
    );

    /// <returns>What there is of this format, or of every format when null. Works that are gone or not made have none.</returns>
    Task<IReadOnlyList<WorkFile>> FilesAsync(IReadOnlyCollection<Guid> works, string? format, CancellationToken cancel);
}

/// <param name="Item">Its place in the list, from 0.</param>
/// <param name="Field">The JSON path within the item; empty for the item as a whole.</param>
/// <param name="Forbidden">It names something that belongs to somebody else.</param>
internal sealed record ItemProblem(int Item, string Field, string Message, bool Forbidden = false);

internal sealed record WorkOrder(IReadOnlyList<OrderedWork> Works, JobRefusal? Refusal = null);

internal sealed record OrderedWork(Guid WorkId, Guid JobId, string Title);

/// <param name="Name">Safe on every system, and different from the names of the work's other files.</param>
/// <param name="Sha256">Its address in the asset store.</param>
internal sealed record WorkFile(Guid WorkId, string Name, string Sha256);
