using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace NewsMonitor.Hosting.Database;

/// <summary>Inserts that leave an existing row alone: what makes a consumer harmless when it runs twice.</summary>
public static class InsertIfAbsent
{
    /// <summary>
    /// Inserts a row with <c>ON CONFLICT DO NOTHING</c>, which SQLite and PostgreSQL share. The entity is not tracked.
    /// </summary>
    /// <typeparam name="T">A mapped entity without database-generated columns.</typeparam>
    /// <param name="db">The context.</param>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True when the row was inserted, false when any unique key of it existed.</returns>
    public static async Task<bool> InsertIfAbsentAsync<T>(this DbContext db, T row, CancellationToken cancellationToken)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} is not mapped.", nameof(row));
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var properties = entity.GetProperties().ToArray();
        var names = db.GetService<ISqlGenerationHelper>();

        var sql = new StringBuilder("INSERT INTO ").Append(names.DelimitIdentifier(table.Name, table.Schema)).Append(" (")
            .AppendJoin(", ", properties.Select(property => names.DelimitIdentifier(property.GetColumnName(table)!)))
            .Append(") VALUES (").AppendJoin(", ", properties.Select((_, index) => $"@p{index}"))
            .Append(") ON CONFLICT DO NOTHING");

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql.ToString();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            for (var index = 0; index < properties.Length; index++)
            {
                var value = properties[index].GetGetter().GetClrValue(row);
                // The mapping applies the model's value conversions, so a row reads back as it would from SaveChanges.
                command.Parameters.Add(properties[index].GetRelationalTypeMapping().CreateParameter(command, $"@p{index}", value));
            }
            return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
