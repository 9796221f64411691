using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TipSom.Data.Encryption;

/// <summary>A column whose values are sealed.</summary>
/// <param name="Kind">What its seals are bound to besides an id.</param>
/// <param name="Table">Its table, with the schema.</param>
/// <param name="Column">Its name.</param>
/// <param name="Key">The column that names the row.</param>
/// <param name="BoundTo">The column that holds the id the seals are bound to.</param>
public sealed record SealedColumn(string Kind, string Table, string Column, string Key, string BoundTo);

/// <summary>
/// Every sealed column there is: each of <see cref="SealKinds"/> names one, and its seal is bound to the key of the row. The one exception is said here.
/// </summary>
public static class SealedColumns
{
    // A narrative that was overwritten stays as it was sealed, for its case.
    private static readonly (string Place, string Kind, string BoundTo)[] Others = [("case_changes.sealed_before", SealKinds.Narrative, "case_id")];

    public static IReadOnlyList<SealedColumn> Of(IModel model) =>
    [
        .. typeof(SealKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)
            .Select(kind => Column(model, kind, kind, null))
            .Concat(Others.Select(o => Column(model, o.Place, o.Kind, o.BoundTo)))
            .OrderBy(c => c.Table, StringComparer.Ordinal).ThenBy(c => c.Column, StringComparer.Ordinal)
    ];

    private static SealedColumn Column(IModel model, string place, string kind, string? boundTo)
    {
        var (table, column) = (place.Split('.')[0], place.Split('.')[1]);
        var entity = model.GetEntityTypes().SingleOrDefault(e => e.GetTableName() == table && e.GetProperties().Any(p => p.GetColumnName() == column))
            ?? throw new InvalidOperationException($"No table {table} has a column {column}.");
        var key = entity.FindPrimaryKey()!.Properties is [{ } only] && only.ClrType == typeof(Guid)
            ? only.GetColumnName()
            : throw new InvalidOperationException($"The rows of {table} are not named by one id.");
        return new SealedColumn(kind, $"{entity.GetSchema()}.{table}", column, key, boundTo ?? key);
    }
}
