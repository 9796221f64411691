using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Agencies;

namespace TipSom.Data.Agencies;

/// <summary>
/// What an administrator does to the units of the own tree. Each is one function of the database, which checks anew who asks: the runtime role
/// itself writes no unit.
/// </summary>
public sealed class KeptUnits(TipSomDbContext db)
{
    /// <summary>Puts a unit on record.</summary>
    public Task AddAsync(Unit unit, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        select security.add_unit({unit.Id}, {unit.ParentId}, {unit.Kind.ToString()}, {unit.Code}, {unit.NameEn}, {unit.NameUr}, {unit.DistrictCode}, {unit.Phone})
        """, ct);

    /// <summary>Keeps its new names and telephone.</summary>
    public Task ChangeAsync(Unit unit, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"select security.change_unit({unit.Id}, {unit.NameEn}, {unit.NameUr}, {unit.Phone})", ct);

    /// <summary>What keeps it from ending.</summary>
    public Task<UnitUse> UseAsync(Guid unit, CancellationToken ct) => db.Database.SqlQuery<UnitUse>(
        $"select people as \"People\", units as \"Units\", work as \"Work\" from security.use_of_unit({unit})").SingleAsync(ct);

    /// <summary>Keeps that it ended.</summary>
    public Task EndAsync(Unit unit, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select security.end_unit({unit.Id})", ct);

    /// <summary>Whether who asks keeps the unit; asked in a query (<c>security.keeps_unit</c>).</summary>
    public static bool Keeps(Guid unit) => throw new InvalidOperationException("This is asked in a query.");
}
