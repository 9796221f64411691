using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TipSom.Data;

/// <summary>PostgreSQL folds unquoted names to lower case, so every name is snake_case: nobody at a psql prompt needs quotes.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(ModelBuilder model)
    {
        // What is kept as JSON in one column has no columns of its own.
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()))
        {
            var table = entity.GetTableName();
            foreach (var property in entity.GetProperties())
                Rename(property, null);
            foreach (var complex in entity.GetComplexProperties())
                foreach (var property in complex.ComplexType.GetProperties())
                    Rename(property, complex.Name);
            foreach (var key in entity.GetKeys())
                key.SetName(key.IsPrimaryKey() ? $"pk_{table}" : $"ak_{table}_{Columns(key.Properties)}");
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName($"fk_{table}_{Columns(foreignKey.Properties)}");
            // A name given in the mapping stays: refusals are recognised by it.
            foreach (var index in entity.GetIndexes().Where(i => i.FindAnnotation(RelationalAnnotationNames.Name) is null))
                index.SetDatabaseName($"ix_{table}_{Columns(index.Properties)}");
        }
    }

    public static string Of(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static void Rename(IMutableProperty property, string? prefix)
    {
        // The row version is the system column xmin; it has its name already.
        if (property is not { IsConcurrencyToken: true, ClrType: var type } || type != typeof(uint))
            property.SetColumnName(Of(prefix + property.Name));
    }

    private static string Columns(IEnumerable<IMutableProperty> properties) => string.Join('_', properties.Select(p => Of(p.Name)));
}
