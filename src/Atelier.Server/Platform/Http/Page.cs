using System.Buffers.Text;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Atelier.Platform.Errors;

namespace Atelier.Platform.Http;

/// <summary>One page of a list, and where the next begins.</summary>
/// <param name="NextCursor">Null on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Query parameters of every list. Pages go by key, so rows added meanwhile shift nothing.</summary>
public sealed record PageRequest(
    [property: Range(1, 100), DefaultValue(20), Description("Items on a page.")] int Limit = 20,
    [property: StringLength(200), Description("The nextCursor of the page before.")] string? Cursor = null
)
{
    /// <summary>One row more than the page shows tells whether there is another page.</summary>
    internal int Take => Limit + 1;

    /// <summary>The key after which the page begins; null for the first page. A cursor that is not ours is refused.</summary>
    internal Problem? ReadAfter<TKey>(out TKey? after)
        where TKey : struct, IParsable<TKey>
    {
        after = null;
        if (Cursor is null)
            return null;
        if (
            Base64Url.IsValid(Cursor)
            && TKey.TryParse(
                Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Cursor)),
                CultureInfo.InvariantCulture,
                out var key
            )
        )
        {
            after = key;
            return null;
        }
        return Problem.Invalid("cursor", "This is not a cursor of this list.");
    }

    /// <param name="rows">Up to <see cref="Take"/> rows, in the list's order.</param>
    /// <param name="stop">Where a search gave up that had not found enough.</param>
    internal Page<TView> Of<TView>(
        IReadOnlyList<TView> rows,
        Func<TView, IFormattable> key,
        IFormattable? stop = null
    ) => rows.Count <= Limit ? new(rows, CursorOf(stop)) : new([.. rows.Take(Limit)], CursorOf(key(rows[Limit - 1])));

    private static string? CursorOf(IFormattable? key) =>
        key is null
            ? null
            : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key.ToString(null, CultureInfo.InvariantCulture)));
}
