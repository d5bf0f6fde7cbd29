using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Platform.Database;

/// <summary>The one rule by which properties find their columns: <c>PasswordHash</c> is <c>password_hash</c>.</summary>
internal static class ColumnNames
{
    /// <summary>To be called last, when the model knows all its properties.</summary>
    public static void UseSnakeCaseColumns(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }
}
