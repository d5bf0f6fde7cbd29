using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using Atelier.Generation;
using Atelier.JobEngine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Atelier.Documentation;

/// <summary>One row of the guide.</summary>
internal sealed record SettingRow(string Name, string Type, string Default, string Allowed, string Summary);

/// <summary>Reads the options types: keys, types, defaults, ranges, and what their comments say.</summary>
internal static class OptionsTables
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Program).Assembly,
        typeof(JobEngineOptions).Assembly,
        typeof(GenerationOptions).Assembly,
    ];

    /// <summary>Types that name the section they are bound to.</summary>
    public static IEnumerable<Type> Types() =>
        Assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && SectionOf(type) != "")
            .OrderBy(SectionOf, StringComparer.Ordinal);

    /// <summary>Types that the studio fills from configuration.</summary>
    public static IEnumerable<Type> BoundTypes()
    {
        List<Type> bound = [];
        using var studio = Program.Build(
            [],
            builder =>
                bound.AddRange(
                    builder
                        .Services.Select(service => service.ServiceType)
                        .Where(type => type.IsGenericType)
                        .Where(type => type.GetGenericTypeDefinition() == typeof(IOptionsChangeTokenSource<>))
                        .Select(type => type.GetGenericArguments()[0])
                        .Where(type => Assemblies.Contains(type.Assembly))
                )
        );
        return bound;
    }

    public static string SectionOf(Type type) => type.GetField("Section")?.GetRawConstantValue() as string ?? "";

    public static string Write()
    {
        var text = new StringBuilder();
        foreach (var type in Types())
        {
            text.Append(CultureInfo.InvariantCulture, $"## {SectionOf(type)}\n\n");
            text.Append("| key | environment | type | default | allowed | |\n|---|---|---|---|---|---|\n");
            foreach (var row in Keys(type))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{row.Name}` | `{row.Name.Replace(":", "__", StringComparison.Ordinal)}` | {row.Type} | {row.Default} | {row.Allowed} | {row.Summary} |\n"
                );
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Keys that change the studio when they are set: what the program sets itself is left out.</summary>
    public static IEnumerable<SettingRow> Keys(Type type)
    {
        var section = SectionOf(type);
        var leaves = Leaves(type, section).ToList();
        using var studio = Studio(leaves.Select(leaf => (leaf.Key, Other(leaf.Property.PropertyType, leaf.Default))));
        var options = typeof(IOptions<>).MakeGenericType(type);
        var bound = options.GetProperty("Value")!.GetValue(studio.Services.GetRequiredService(options))!;
        return leaves
            .Where(leaf => Text(Value(bound, leaf.Key[(section.Length + 1)..])) != Text(leaf.Default))
            .Select(Row);
    }

    private sealed record Leaf(string Key, PropertyInfo Property, object? Default);

    private static IEnumerable<Leaf> Leaves(Type type, string path)
    {
        var defaults = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite || p.GetValue(defaults) is IDictionary))
            if (Assemblies.Contains(property.PropertyType.Assembly) && !property.PropertyType.IsEnum)
                foreach (var leaf in Leaves(property.PropertyType, $"{path}:{property.Name}"))
                    yield return leaf;
            else
                yield return new(Path(property, path), property, property.GetValue(defaults));
    }

    private static string Path(PropertyInfo property, string path) =>
        property.PropertyType.IsAssignableTo(typeof(IDictionary)) ? $"{path}:{property.Name}:<name>"
        : IsList(property.PropertyType) ? $"{path}:{property.Name}:0"
        : $"{path}:{property.Name}";

    private static WebApplication Studio(IEnumerable<(string Key, string Value)> settings) =>
        Program.Build(
            [],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
                );
                // The values are any others, not sensible ones.
                foreach (var check in builder.Services.Where(IsCheck).ToList())
                    builder.Services.Remove(check);
            }
        );

    private static bool IsCheck(ServiceDescriptor service) =>
        service.ServiceType.IsGenericType
        && service.ServiceType.GetGenericTypeDefinition() == typeof(IValidateOptions<>);

    /// <summary>Any other value than the default, as configuration writes it.</summary>
    private static string Other(Type type, object? value) =>
        value switch
        {
            bool flag => flag ? "false" : "true",
            TimeSpan time => (time + TimeSpan.FromSeconds(1)).ToString(),
            IDictionary => "7",
            Enum => type.GetEnumNames().First(name => name != value.ToString()),
            _ when type.IsAssignableTo(typeof(IEnumerable<int>)) => "77",
            _ when (Nullable.GetUnderlyingType(type) ?? type).IsPrimitive || type == typeof(decimal?) => "77",
            decimal => "77",
            _ => "http://elsewhere/",
        };

    private static object? Value(object? options, string path)
    {
        foreach (var name in path.Split(':'))
            if (options?.GetType().GetProperty(name) is { } property)
                options = property.GetValue(options);
        return options;
    }

    private static SettingRow Row(Leaf leaf)
    {
        var property = leaf.Property;
        var given = property.GetCustomAttribute<DefaultValueAttribute>()?.Value;
        return new(
            leaf.Key,
            TypeName(property.PropertyType),
            given as string ?? (Text(leaf.Default) is { Length: > 0 } text ? $"`{text}`" : "none"),
            Allowed(property),
            SourceComments.Of(property)
        );
    }

    private static string TypeName(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(bool) => "true or false",
            var t when t == typeof(TimeSpan) => "time (d.hh:mm:ss)",
            var t when t == typeof(int) || t == typeof(long) => "whole number",
            var t when t == typeof(double) || t == typeof(decimal) => "number",
            var t when t == typeof(Uri) => "address",
            var t when t.IsAssignableTo(typeof(IDictionary)) => "whole number for each name",
            var t when t.IsAssignableTo(typeof(IEnumerable<int>)) => "list of whole numbers",
            var t when IsList(t) => "list of text",
            _ => "text",
        };

    private static string Allowed(PropertyInfo property) =>
        property.GetCustomAttribute<RegularExpressionAttribute>() is { } words
            ? words.Pattern.Replace("|", ", ", StringComparison.Ordinal)
        : property.PropertyType.IsEnum ? string.Join(", ", property.PropertyType.GetEnumNames())
        : property.GetCustomAttribute<RangeAttribute>() is not { } range ? ""
        : Text(range.Maximum) is var most && range.Maximum is int.MaxValue or double.MaxValue
            ? $"{(range.MinimumIsExclusive ? "above " : "")}{Text(range.Minimum)}{(range.MinimumIsExclusive ? "" : " or more")}"
        : range.MinimumIsExclusive ? $"above {Text(range.Minimum)}, at most {most}"
        : $"{Text(range.Minimum)} to {most}";

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            string text => text,
            IDictionary { Count: 0 } => "",
            IDictionary entries => string.Join(", ", entries.Values.Cast<object>()),
            IEnumerable<string> list => string.Join(", ", list),
            IEnumerable<int> list => string.Join(", ", list),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static bool IsList(Type type) =>
        type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable<string>))
        || type.IsAssignableTo(typeof(IEnumerable<int>));
}
