using Atelier.Platform.Errors;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;

namespace Atelier.Platform.Http.Idempotency;

/// <summary>The header by which a caller says that two requests are one.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotency-Replayed";
    private const int Longest = 255;

    public static readonly Problem Bad = Problem.Invalid(
        Header,
        "An idempotency key is 1 to 255 visible ASCII characters."
    );

    public static readonly Problem Reused = Problem.Unusable(
        "idempotency_key_reused",
        "This idempotency key came with another body before. Take a new key for a new request."
    );

    public static readonly Problem InProgress = Problem.Conflict(
        "idempotency_in_progress",
        "The request that came first with this idempotency key is still being answered. Send it again shortly."
    );

    public static bool IsGood(StringValues values) =>
        values is [{ Length: >= 1 and <= Longest } key] && key.All(letter => letter is > ' ' and <= '~');

    /// <summary>As the API document shows it.</summary>
    public static OpenApiParameter Parameter =>
        new()
        {
            Name = Header,
            In = ParameterLocation.Header,
            Description =
                "Sent again with the same key within a day, the request is answered as before and makes nothing new.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = 1,
                MaxLength = Longest,
                Pattern = "^[!-~]+$",
            },
        };
}
