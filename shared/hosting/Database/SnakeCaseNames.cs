using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NewsMonitor.Hosting.Database;

/// <summary>Column names as SQL writes them: <c>tagged_at</c> needs no quotes in psql, <c>"TaggedAt"</c> does.</summary>
public static class SnakeCaseNames
{
    /// <summary>Renames every column of the model. Call it last in <c>OnModelCreating</c>.</summary>
    /// <param name="model">The model.</param>
    public static void UseSnakeCaseColumns(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(Of(property.Name));
    }

    private static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsUpper(character) && result.Length > 0)
                result.Append('_');
            result.Append(char.ToLowerInvariant(character));
        }
        return result.ToString();
    }
}
