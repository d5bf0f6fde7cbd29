using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Money;

public enum PriceSource
{
    Configured,
    Changed,
}

/// <param name="Source">Whether it is from the settings or an administrator changed it.</param>
public sealed record PriceView(
    string Model,
    decimal InputPerMillion,
    decimal OutputPerMillion,
    PriceSource Source,
    DateTimeOffset? ChangedAt
);

public sealed record PriceList(IReadOnlyList<PriceView> Items);

/// <param name="InputPerMillion">Dollars for a million tokens that the model reads.</param>
/// <param name="OutputPerMillion">Dollars for a million tokens that it writes.</param>
public sealed record SetPriceRequest(
    [property: StringLength(200, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string Model,
    [property: Range(0, 1_000_000)] decimal InputPerMillion,
    [property: Range(0, 1_000_000)] decimal OutputPerMillion
);

internal static class PriceEndpoints
{
    public static async Task<Ok<PriceList>> Get(Prices prices, CancellationToken ct) =>
        TypedResults.Ok(new PriceList(await prices.ListAsync(ct)));

    /// <summary>From the next call on: what was paid for keeps the price it was paid at.</summary>
    public static async Task<Ok<PriceList>> Put(
        SetPriceRequest request,
        Prices prices,
        IAuditTrail audit,
        CancellationToken ct
    )
    {
        await prices.SetAsync(request.Model.Trim(), new(request.InputPerMillion, request.OutputPerMillion), ct);
        await audit.RecordAsync(
            new AuditEntry(
                AuditActions.PriceChanged,
                Details: new { request.InputPerMillion, request.OutputPerMillion }
            ),
            ct
        );
        return TypedResults.Ok(new PriceList(await prices.ListAsync(ct)));
    }
}
