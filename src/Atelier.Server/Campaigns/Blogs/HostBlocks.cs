using System.ComponentModel.DataAnnotations;
using Atelier.Campaigns.Fetching;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

/// <param name="Host">Such as <c>example.org</c>; its subdomains are meant as well.</param>
public sealed record BlockHostRequest(
    [property: Required, StringLength(253, MinimumLength = 1)] string Host,
    [property: StringLength(300)] string? Reason = null
);

public sealed record BlockView(Guid Id, string Host, string? Reason, DateTimeOffset CreatedAt);

/// <summary>The hosts that a person does not want read.</summary>
internal static class HostBlocks
{
    public const int MostPerPerson = 1000;

    public static async Task<Results<Ok<Page<BlockView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        CurrentUser user,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var blocks = await db.Set<HostBlock>()
            .AsNoTracking()
            .Where(b => b.OwnerId == user.Id && (after == null || b.Id < after))
            .OrderByDescending(b => b.Id)
            .Take(page.Take)
            .Select(b => new BlockView(b.Id, b.Host, b.Reason, b.CreatedAt))
            .ToListAsync(ct);
        return TypedResults.Ok(page.Of(blocks, view => view.Id));
    }

    /// <summary>Nothing of this host is fetched for the caller any more.</summary>
    public static async Task<Results<Created<BlockView>, ProblemHttpResult>> Post(
        BlockHostRequest request,
        CurrentUser user,
        CampaignsDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (HostName.Read(request.Host) is not { } host)
            return HostName.Unreadable.ToHttp();
        if (await db.Set<HostBlock>().CountAsync(b => b.OwnerId == user.Id, ct) >= MostPerPerson)
            return Problem.Conflict("too_many_blocks", $"A list holds {MostPerPerson} hosts.").ToHttp();
        var block = HostBlock.Of(user.Id, host, request.Reason, clock.GetUtcNow());
        db.Add(block);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsDuplicate())
        {
            return Problem.Conflict("host_blocked_already", "This host is on your list.").ToHttp();
        }
        return TypedResults.Created(
            $"/api/v1/blogs/blocks/{block.Id}",
            new BlockView(block.Id, block.Host, block.Reason, block.CreatedAt)
        );
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid blockId,
        CampaignsDb db,
        CancellationToken ct
    ) =>
        await db.Set<HostBlock>().Where(b => b.Id == blockId).ExecuteDeleteAsync(ct) == 1
            ? TypedResults.NoContent()
            : Problem.NotFound("block_not_found", "There is no such entry.").ToHttp();
}
