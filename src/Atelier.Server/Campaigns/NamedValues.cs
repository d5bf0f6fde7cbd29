using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Atelier.Campaigns;

/// <summary>How values are written to columns: enums by their names (<c>open_login</c>), records as JSON.</summary>
internal static class NamedValues
{
    public static ValueConverter<T, string> Named<T>()
        where T : struct, Enum =>
        new(value => NameOf(value), text => Enum.Parse<T>(text.Replace("_", ""), ignoreCase: true));

    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static ValueConverter<T, string> Json<T>() =>
        new(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!
        );
}
