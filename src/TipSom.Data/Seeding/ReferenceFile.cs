using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using CsvHelper.Configuration;

namespace TipSom.Data.Seeding;

/// <summary>One embedded CSV of <c>Seeding/Reference</c>.</summary>
public sealed class ReferenceFile
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        // A file that does not parse stops the migration: half a code list would be worse.
        DetectColumnCountChanges = true,
    };

    private readonly byte[] content;

    private ReferenceFile(string name, byte[] content)
    {
        (Name, this.content) = (name, content);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    public string Name { get; }

    public string Sha256 { get; }

    public static ReferenceFile Named(string name)
    {
        var assembly = typeof(ReferenceFile).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{typeof(ReferenceFile).Namespace}.Reference.{name}")
            ?? throw new InvalidOperationException($"The reference file {name} is not embedded in {assembly.GetName().Name}.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return new ReferenceFile(name, memory.ToArray());
    }

    /// <summary>A file with given content, for tests of what happens when a file changes.</summary>
    public static ReferenceFile Of(string name, string content) => new(name, System.Text.Encoding.UTF8.GetBytes(content));

    public IReadOnlyList<T> Read<T>(Func<ReferenceRow, T> toItem)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(content)), Format);
        csv.Read();
        csv.ReadHeader();
        var items = new List<T>();
        while (csv.Read())
        {
            items.Add(toItem(new ReferenceRow(csv, Position: items.Count + 1)));
        }

        return items;
    }
}
