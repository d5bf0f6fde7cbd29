using System.Text.Json;

namespace Atelier.Webhooks;

/// <summary>Stored as a number.</summary>
internal enum DeliveryState : short
{
    Waiting = 0,
    Delivered = 1,
    Failed = 2,
}

/// <summary>One thing to tell one webhook. How it goes on is written by <see cref="Delivering.DeliveryLedger"/>.</summary>
internal sealed class Delivery
{
    private Delivery() { }

    public Guid Id { get; private set; }
    public Guid WebhookId { get; private set; }
    public string Event { get; private set; } = "";
    public string Source { get; private set; } = "";
    public string Body { get; private set; } = "";
    public DeliveryState State { get; private set; }
    public int Attempts { get; private set; }
    public int? Status { get; private set; }
    public int? Milliseconds { get; private set; }
    public string? Error { get; private set; }
    public DateTimeOffset? FirstFailedAt { get; private set; }
    public DateTimeOffset? AttemptedAt { get; private set; }
    public DateTimeOffset? NextAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public static Delivery OfTest(Guid webhook, string body, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            WebhookId = webhook,
            Event = WebhookEvents.Test,
            Source = $"test:{id}",
            Body = body,
            NextAt = now,
            CreatedAt = now,
        };
    }

    public void StartOver(DateTimeOffset now)
    {
        (State, Attempts, NextAt) = (DeliveryState.Waiting, 0, now);
        (Status, Milliseconds, Error, FirstFailedAt) = (null, null, null, null);
    }

    public DeliveryView ToView() =>
        new(Id, Event, State, Attempts, Status, Milliseconds, Error, AttemptedAt, NextAt, CreatedAt);

    public DeliveryDetailView ToDetail()
    {
        using var body = JsonDocument.Parse(Body);
        return new(WebhookId, ToView(), body.RootElement.Clone());
    }
}
