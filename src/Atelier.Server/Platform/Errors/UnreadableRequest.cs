using System.Text.Json;
using System.Text.RegularExpressions;
using Atelier.Platform.Http;

namespace Atelier.Platform.Errors;

/// <summary>Says which part of a request could not be read, as far as the framework knows.</summary>
internal static partial class UnreadableRequest
{
    public static Problem Explain(BadHttpRequestException exception) =>
        exception switch
        {
            { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(exception, "The body is too large."),
            { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Of(exception, "Send application/json."),
            { InnerException: JsonException json } => Explain(json),
            _ when Parameter().Match(exception.Message) is { Success: true } match => Problem.Invalid(
                JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value),
                "This value cannot be read."
            ),
            _ => Of(exception, "The request cannot be read."),
        };

    public static Problem Explain(JsonException json)
    {
        if (json is JsonText.NulException)
            return Problem.Invalid(FieldOf(json), JsonText.NoNul);
        // A reader's exception inside means that the text is no JSON at all; otherwise a value did not fit its field.
        if (json.InnerException is JsonException || json.Path is null)
            return new(StatusCodes.Status400BadRequest, "malformed_json", "The body is not valid JSON.");
        if (Missing().Match(json.Message) is { Success: true } missing)
            return Problem.Invalid(
                Quoted()
                    .Matches(missing.Groups["names"].Value)
                    .ToDictionary(
                        m => $"{FieldOf(json)}.{m.Groups[1].Value}".TrimStart('.'),
                        _ => (string[])["This field is required."]
                    )
            );
        return Problem.Invalid(FieldOf(json), "This value has the wrong type.");
    }

    private static string FieldOf(JsonException json) => json.Path?.TrimStart('$').TrimStart('.') ?? "";

    private static Problem Of(BadHttpRequestException exception, string detail) =>
        new(exception.StatusCode, ProblemCodes.Of(exception.StatusCode), detail);

    [GeneratedRegex("""parameter "\w+\??(<.*>)? (?<name>\w+)" (from|was not provided)""")]
    private static partial Regex Parameter();

    [GeneratedRegex("missing required properties including: (?<names>.*)$")]
    private static partial Regex Missing();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
