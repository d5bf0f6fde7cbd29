using Atelier.Platform.Errors;
using Atelier.Platform.Outgoing;

namespace Atelier.Webhooks;

/// <summary>Judges an address while its owner is there to correct it. Every delivery judges it again.</summary>
internal sealed class WebhookAddress(OutgoingGuard guard, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<(Uri? Url, Problem? Refusal)> ReadAsync(string text, CancellationToken cancel)
    {
        if (!Destination.TryParse(text, out var url) || url.Fragment is not "")
            return (null, Refused("A webhook's address is a plain http or https address."));
        using var time = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            return await guard.AllowsAsync(url, both.Token)
                ? (url, null)
                : (null, Refused("The host is unknown, or not one that the studio calls."));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, Refused("The host is unknown, or not one that the studio calls."));
        }
    }

    private static Problem Refused(string why) => Problem.Unusable("address_refused", why);
}
