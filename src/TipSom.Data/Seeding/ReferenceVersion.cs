namespace TipSom.Data.Seeding;

/// <summary>Which content of a reference file the tables hold. A migration that changes how a file is read deletes its row here.</summary>
public sealed class ReferenceVersion(string file, string sha256, int rows, DateTimeOffset loadedAt)
{
    public string File { get; private set; } = file;

    /// <summary>SHA-256 of the whole file, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = sha256;

    public int Rows { get; private set; } = rows;

    public DateTimeOffset LoadedAt { get; private set; } = loadedAt;
}
