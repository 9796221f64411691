using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TipSom.Data;

/// <summary>What is about to be stored, as rows of its tables: one statement takes in as many as there are.</summary>
internal static class RowsAsJson
{
    /// <summary>The entries by table, each row as PostgreSQL names its columns; bytes as PostgreSQL writes them.</summary>
    public static Dictionary<string, List<Dictionary<string, object?>>> Of(IEnumerable<EntityEntry> entries)
    {
        var tables = new Dictionary<string, List<Dictionary<string, object?>>>();
        foreach (var entry in entries)
        {
            var table = StoreObjectIdentifier.Table(entry.Metadata.GetTableName()!, entry.Metadata.GetSchema());
            var row = new Dictionary<string, object?>();
            foreach (var property in entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties)))
                if (property.Metadata.GetColumnName(table) is { } column && column != "xmin")
                    row[column] = Written(property);
            if (!tables.TryGetValue(table.Name, out var rows))
                tables[table.Name] = rows = [];
            rows.Add(row);
        }

        return tables;
    }

    private static object? Written(PropertyEntry property)
    {
        var value = property.CurrentValue;
        if (value is not null && property.Metadata.GetTypeMapping().Converter is { } converter && value is not IList and not byte[])
            value = converter.ConvertToProvider(value);
        return value is byte[] bytes ? "\\x" + Convert.ToHexStringLower(bytes) : value;
    }
}
