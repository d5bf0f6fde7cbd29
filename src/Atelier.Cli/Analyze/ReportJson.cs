using System.Text.Encodings.Web;
using System.Text.Json;
using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;

namespace Atelier.Cli.Analyze;

/// <summary>
/// The analysis as JSON: characters, quotations with their speakers' ids, relations. Offsets count Unicode code points of
/// the text, without its byte order mark; a quotation's include its marks.
/// </summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream stream, CastReport report, CodePoints points)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteStartArray("characters");
        foreach (var person in report.People)
            Write(json, person);
        json.WriteEndArray();
        json.WriteStartArray("quotations");
        foreach (var quotation in report.Quotations)
            Write(json, quotation, points);
        json.WriteEndArray();
        json.WriteStartArray("relations");
        foreach (var relation in report.Relations)
            Write(json, relation, points);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Person person)
    {
        json.WriteStartObject();
        json.WriteNumber("id", person.Id);
        json.WriteString("name", person.Name);
        json.WriteStartArray("aliases");
        foreach (var alias in person.Aliases)
            json.WriteStringValue(alias);
        json.WriteEndArray();
        json.WriteString("gender", Lower(person.Gender));
        json.WriteNumber("mentions", person.Mentions);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Quotation quotation, CodePoints points)
    {
        json.WriteStartObject();
        WriteSpan(json, points.FromUtf16(quotation.Span));
        if (quotation.Speaker is { } speaker)
            json.WriteNumber("speaker", speaker);
        else
            json.WriteNull("speaker");
        json.WriteStartArray("addressees");
        foreach (var addressee in quotation.Addressees)
            json.WriteNumberValue(addressee);
        json.WriteEndArray();
        json.WriteString("kind", Lower(quotation.Kind));
        json.WriteString("tier", Lower(quotation.Tier));
        json.WriteNumber("confidence", quotation.Confidence);
        json.WriteString("rule", quotation.Rule);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Relation relation, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteNumber("a", relation.A);
        json.WriteNumber("b", relation.B);
        json.WriteNumber("weight", relation.Weight);
        json.WriteString("kind", relation.Kind == RelationKind.TalksTo ? "talks-to" : "appears-with");
        json.WriteStartArray("passages");
        foreach (var passage in relation.Passages)
        {
            json.WriteStartObject();
            WriteSpan(json, points.FromUtf16(passage));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
