namespace TipSom.Data.Queries;

/// <summary>Which services are the own unit's or those of a unit below it.</summary>
public static class OwnServices
{
    /// <summary>Whether who asks works at this unit or above it as a provider; runs in the database (<c>security.keeps_services_of</c>).</summary>
    public static bool Keeps(Guid unitId) => throw new InvalidOperationException("This is asked in a query.");
}
