using Microsoft.EntityFrameworkCore.Migrations;

namespace TipSom.Data.RowSecurity;

/// <summary>Policies, functions and triggers are versioned SQL files; a migration calls them by name, and a file once released never changes.</summary>
internal static class SqlFiles
{
    /// <summary>Runs the files of one version in the order of their numbers.</summary>
    public static void SqlFilesOf(this MigrationBuilder migration, int version) => Run(migration, $".v{version}.sql");

    /// <summary>Runs what carries the rows of the version before over, in the order of their numbers.</summary>
    public static void DataFilesOf(this MigrationBuilder migration, int version) => Run(migration, $".v{version}.data.sql");

    private static void Run(MigrationBuilder migration, string ending)
    {
        foreach (var name in Names().Where(n => n.EndsWith(ending, StringComparison.Ordinal)))
            migration.Sql(Read(name));
    }

    private static IEnumerable<string> Names() =>
        typeof(SqlFiles).Assembly.GetManifestResourceNames().Where(n => n.Contains(".Policies.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SqlFiles).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
