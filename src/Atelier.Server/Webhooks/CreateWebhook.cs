using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Atelier.Platform.Outgoing;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Webhooks;

public sealed record CreateWebhookRequest
{
    [Required, StringLength(80), RegularExpression(@".*\S.*", ErrorMessage = "The name must not be blank.")]
    public required string Name { get; init; }

    /// <summary>Where messages are sent by POST: a public http or https address.</summary>
    [Required, StringLength(Destination.Longest)]
    public required string Url { get; init; }

    /// <summary>
    /// job.succeeded, job.failed, job.cancelled, batch.finished, campaign.awaiting_review, campaign.budget_exceeded,
    /// campaign.completed.
    /// </summary>
    [Required, MinLength(1), MaxLength(20)]
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Only work of this project.</summary>
    public Guid? ProjectId { get; init; }
}

/// <summary>Makes a webhook of the caller's.</summary>
internal static class CreateWebhook
{
    public static async Task<Results<Created<NewWebhookView>, ProblemHttpResult>> Post(
        CreateWebhookRequest request,
        CurrentUser caller,
        WebhooksDb db,
        WebhookAddress address,
        IProjects projects,
        ISecretSeal seal,
        IAuditTrail trail,
        IOptions<WebhookOptions> options,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (WebhookEvents.Check(request.Events, request.ProjectId is not null) is { } wrong)
            return Problem.Invalid("events", wrong).ToHttp();
        if (await projects.ObjectionAsync(request.ProjectId, caller.Id, cancel) is { } foreign)
            return foreign.ToHttp();
        var (url, refusal) = await address.ReadAsync(request.Url, cancel);
        if (url is null)
            return refusal!.ToHttp();
        var (text, box) = WebhookSecret.Make(seal, caller.Id);
        var name = request.Name.Trim();
        var hook = Webhook.Create(caller.Id, request.ProjectId, name, url, request.Events, box, clock.GetUtcNow());
        var most = options.Value.MostPerPerson;
        return await db.InTransactionAsync(StoreAsync, cancel)
            ? TypedResults.Created(
                $"/api/v1/webhooks/{hook.Id}",
                new NewWebhookView(hook.Id, hook.Name, hook.Url, hook.Events, hook.ProjectId, text, hook.CreatedAt)
            )
            : Problem.Conflict("too_many_webhooks", $"A person has at most {most} webhooks.").ToHttp();

        async Task<bool> StoreAsync(NpgsqlTransaction tx)
        {
            // One after the other for each person, so that many at once cannot go over the limit.
            await db.Database.ExecuteSqlAsync(
                $"select pg_advisory_xact_lock(hashtextextended('webhooks:' || {caller.Id}::text, 0))",
                cancel
            );
            if (await db.Webhooks.CountAsync(w => w.OwnerId == caller.Id, cancel) >= most)
                return false;
            db.Webhooks.Add(hook);
            var entry = new AuditEntry(AuditActions.WebhookCreated, SubjectKind: "webhook", SubjectId: hook.Id);
            await trail.RecordAsync(tx, entry, cancel);
            return true;
        }
    }
}
