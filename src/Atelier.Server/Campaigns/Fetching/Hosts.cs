using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atelier.Campaigns.Fetching;

/// <summary>A host as all its readers here see it; turns change it by hand-written SQL.</summary>
internal sealed class KnownHost
{
    public required string Host { get; init; }
    public DateTimeOffset NextAt { get; init; }
    public Guid? Holder { get; init; }
    public DateTimeOffset? HeldUntil { get; init; }
    public int Failures { get; set; }
    public DateTimeOffset? PausedUntil { get; set; }
    public bool Blocked { get; set; }
    public string? Reason { get; set; }
    public int? LastStatus { get; init; }
    public DateTimeOffset? LastAt { get; init; }
}

internal sealed class KnownHostConfiguration : IEntityTypeConfiguration<KnownHost>
{
    public void Configure(EntityTypeBuilder<KnownHost> builder) => builder.ToTable("hosts").HasKey(h => h.Host);
}

/// <param name="Host">Such as <c>example.org</c>.</param>
public sealed record HostRequest([property: Required, StringLength(253, MinimumLength = 1)] string Host);

/// <param name="Host">Its subdomains are meant as well.</param>
public sealed record HostBlockRequest(
    [property: Required, StringLength(253, MinimumLength = 1)] string Host,
    [property: Required, StringLength(300, MinimumLength = 3)] string Reason
);

public sealed record HostPauseRequest(
    [property: Required, StringLength(253, MinimumLength = 1)] string Host,
    [property: Required, StringLength(300, MinimumLength = 3)] string Reason,
    [property: Range(1, 60 * 24 * 90)] int Minutes = 60
);

/// <param name="Failures">In a row.</param>
/// <param name="NextAt">No request before this moment.</param>
public sealed record HostView(
    string Host,
    bool Blocked,
    DateTimeOffset? PausedUntil,
    string? Reason,
    int Failures,
    int? LastStatus,
    DateTimeOffset? LastFetchAt,
    DateTimeOffset NextAt
);

/// <summary>What moderators see of hosts and decide about them, for everybody.</summary>
internal static class Hosts
{
    public static void MapHosts(this IEndpointRouteBuilder api)
    {
        var hosts = api.MapGroup("/admin/hosts").WithTags("Admin");
        hosts.MapGet("/", List);
        hosts.MapPost("/block", Block);
        hosts.MapPost("/unblock", Unblock);
        hosts.MapPost("/pause", Pause);
        hosts.MapPost("/resume", Resume);
    }

    /// <summary>By name, at most a hundred; narrow the search to see others.</summary>
    private static async Task<Ok<IReadOnlyList<HostView>>> List(
        [StringLength(200), Description("Part of a name.")] string? search,
        [RegularExpression("blocked|paused"), Description("blocked or paused.")] string? state,
        CampaignsDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var hosts = db.Set<KnownHost>().AsNoTracking();
        hosts = state switch
        {
            "blocked" => hosts.Where(h => h.Blocked),
            "paused" => hosts.Where(h => h.PausedUntil > now),
            _ => hosts,
        };
        if (!string.IsNullOrWhiteSpace(search) && !JsonText.HasNul(search))
        {
            var part = search.Trim().ToLowerInvariant();
            hosts = hosts.Where(h => h.Host.Contains(part));
        }
        var found = await hosts.OrderBy(h => h.Host).Take(100).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<HostView>>([.. found.Select(ViewOf)]);
    }

    private static Task<Results<Ok<HostView>, ProblemHttpResult>> Block(
        HostBlockRequest request,
        HostDesk desk,
        CancellationToken ct
    ) =>
        desk.ChangeAsync(
            request.Host,
            AuditActions.HostBlocked,
            host => (host.Blocked, host.Reason) = (true, request.Reason),
            ct
        );

    private static Task<Results<Ok<HostView>, ProblemHttpResult>> Unblock(
        HostRequest request,
        HostDesk desk,
        CancellationToken ct
    ) =>
        desk.ChangeAsync(
            request.Host,
            AuditActions.HostUnblocked,
            host => (host.Blocked, host.Reason) = (false, null),
            ct
        );

    private static Task<Results<Ok<HostView>, ProblemHttpResult>> Pause(
        HostPauseRequest request,
        HostDesk desk,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var until = clock.GetUtcNow().AddMinutes(request.Minutes);
        return desk.ChangeAsync(
            request.Host,
            AuditActions.HostPaused,
            host => (host.PausedUntil, host.Reason) = (until, request.Reason),
            ct
        );
    }

    private static Task<Results<Ok<HostView>, ProblemHttpResult>> Resume(
        HostRequest request,
        HostDesk desk,
        CancellationToken ct
    ) =>
        desk.ChangeAsync(
            request.Host,
            AuditActions.HostResumed,
            host => (host.PausedUntil, host.Failures, host.Reason) = (null, 0, host.Blocked ? host.Reason : null),
            ct
        );

    internal static HostView ViewOf(KnownHost host) =>
        new(
            host.Host,
            host.Blocked,
            host.PausedUntil,
            host.Reason,
            host.Failures,
            host.LastStatus,
            host.LastAt,
            host.NextAt
        );
}

/// <summary>Changes what is known of a host, and records who did.</summary>
internal sealed class HostDesk(CampaignsDb db, IAuditTrail audit, TimeProvider clock)
{
    public async Task<Results<Ok<HostView>, ProblemHttpResult>> ChangeAsync(
        string name,
        string action,
        Action<KnownHost> change,
        CancellationToken cancel
    )
    {
        if (HostName.Read(name) is not { } host)
            return HostName.Unreadable.ToHttp();
        var view = await db.InTransactionAsync(
            async transaction =>
            {
                await db.Database.ExecuteSqlAsync(
                    $"insert into campaigns.hosts (host, next_at) values ({host}, {clock.GetUtcNow()}) on conflict do nothing",
                    cancel
                );
                var known = await db.Set<KnownHost>().SingleAsync(h => h.Host == host, cancel);
                change(known);
                await audit.RecordAsync(transaction, new(action, SubjectKind: "host"), cancel);
                return Hosts.ViewOf(known);
            },
            cancel
        );
        return TypedResults.Ok(view);
    }
}
