using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Agencies;

namespace TipSom.Data.Agencies;

/// <summary>What the national administrator does to agencies, by functions of the database that check anew who asks.</summary>
public sealed class KeptAgencies(TipSomDbContext db)
{
    /// <summary>Puts an agency on record with the first unit of its tree.</summary>
    public Task AddAsync(Agency agency, Unit root, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        select security.add_agency(
            {agency.Id}, {agency.Code}, {agency.Kind.ToString()}, {agency.NameEn}, {agency.NameUr}, {root.Id}, {root.DistrictCode}, {root.Phone})
        """, ct);

    /// <summary>Keeps its new names.</summary>
    public Task RenameAsync(Agency agency, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select security.rename_agency({agency.Id}, {agency.NameEn}, {agency.NameUr})", ct);

    /// <summary>Keeps whether it takes part.</summary>
    public Task StandAsync(Agency agency, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select security.suspend_agency({agency.Id}, {!agency.IsActive})", ct);

    /// <summary>How much waits there.</summary>
    public Task<HeldByAgency> HeldByAsync(Guid agency, CancellationToken ct) => db.Database.SqlQuery<HeldByAgency>(
        $"select people as \"People\", cases as \"Cases\", referrals as \"Referrals\" from security.held_by_agency({agency})").SingleAsync(ct);
}

/// <summary>How many people of an agency have an account in use, and how many open cases and referrals it holds.</summary>
public sealed record HeldByAgency(int People, int Cases, int Referrals);
