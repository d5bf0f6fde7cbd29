using System.Globalization;
using System.Net;
using System.Text;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Outgoing;
using Microsoft.Extensions.Options;

namespace Atelier.Webhooks.Delivering;

/// <summary>How an attempt went.</summary>
/// <param name="Error">A code of <see cref="DeliveryView.Error"/>; null when the receiver took it.</param>
internal sealed record Outcome(int? Status, string? Error, int Milliseconds)
{
    public static Outcome Disabled { get; } = new(null, "webhook_disabled", 0);

    public bool IsGone => Status == (int)HttpStatusCode.Gone;
}

/// <summary>
/// Sends one message and notes what became of it. A process that dies between the two sends it again: receivers know it
/// by its id.
/// </summary>
internal sealed class DeliverWebhookHandler(
    DeliveryLedger ledger,
    OutgoingClient client,
    ISecretSeal seal,
    IOptions<WebhookOptions> options,
    TimeProvider clock
) : IJobHandler<DeliverWebhook>
{
    public async Task<object?> RunAsync(DeliverWebhook payload, JobRun run, CancellationToken cancel)
    {
        if (await ledger.FindAsync(payload, cancel) is not { } message)
            return null; // deleted meanwhile, or noted by an earlier run
        var outcome = message.IsOff
            ? Outcome.Disabled
            : await run.StepAsync("send", stop => SendAsync(payload.DeliveryId, message, stop));
        await run.StepAsync(
            "note",
            async (tx, stop) =>
            {
                await ledger.NoteAsync(tx, payload, message, outcome, stop);
                return outcome.Error;
            }
        );
        return null;
    }

    private async Task<Outcome> SendAsync(Guid id, Message message, CancellationToken cancel)
    {
        if (!Destination.TryParse(message.Url, out var address))
            return new(null, "refused", 0);
        var (name, now) = ($"{id}", clock.GetUtcNow().ToUnixTimeSeconds());
        var secrets = message.Secrets.Select(one => seal.Open(one.KeyId, one.Box, message.OwnerId));
        var call = new OutgoingCall(HttpMethod.Post, address, options.Value.Timeout)
        {
            Body = Encoding.UTF8.GetBytes(message.Body),
            Headers = new Dictionary<string, string>
            {
                ["webhook-id"] = name,
                ["webhook-timestamp"] = now.ToString(CultureInfo.InvariantCulture),
                ["webhook-signature"] = WebhookSecret.Sign(secrets, name, now, message.Body),
            },
        };
        var answer = await client.SendAsync(call, cancel);
        return new(answer.Status, ErrorOf(answer), (int)answer.Took.TotalMilliseconds);
    }

    private static string? ErrorOf(OutgoingAnswer answer) =>
        answer switch
        {
            { Failure: OutgoingFailure.Refused } => "refused",
            { Failure: OutgoingFailure.TimedOut } => "timed_out",
            { Failure: not null } => "unreachable",
            { Status: >= 200 and < 300 } => null,
            _ => "status",
        };
}
