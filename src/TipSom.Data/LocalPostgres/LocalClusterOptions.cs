namespace TipSom.Data.LocalPostgres;

/// <summary>Where a private PostgreSQL keeps its data, and what its database is called.</summary>
public sealed record LocalClusterOptions
{
    /// <summary>Kept between runs, for instance <c>.tipsom/postgres</c>. Null: a throwaway cluster, gone when it is disposed of.</summary>
    public string? DataDirectory { get; init; }

    public string Database { get; init; } = "tipsom";

    public bool Throwaway => DataDirectory is null;
}
