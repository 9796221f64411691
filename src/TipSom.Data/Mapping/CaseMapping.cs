using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Imports;

namespace TipSom.Data.Mapping;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_cases_closed_with_a_reason", "(status = 'Closed') = (closed_for is not null)"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(c => c.Number).HasMaxLength(RecordNumber.Length);
        builder.Property(c => c.StationReference).HasMaxLength(StationReference.MaxLength);
        builder.HasIndex(c => c.Number).HasDatabaseName("ux_cases_number").IsUnique();
        builder.HasIndex(c => c.StationReference).HasDatabaseName("ix_cases_station_reference").HasFilter("station_reference is not null");
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => new { c.HoldingUnitId, c.HoldingAgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.LoggedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RegisterImport>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.ImportId).HasFilter("import_id is not null");
        builder.HasOne<District>().WithMany().HasForeignKey(c => c.DistrictCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Victims).WithOne().HasForeignKey(v => v.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseEventMapping : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("case_events", TipSomDbContext.Casework);
        // Ids are made in the domain; without this EF takes a new event of a loaded case for an existing row.
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => e.ToUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.CaseId, e.At });
    }
}
