using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

public sealed class SuspectMapping : IEntityTypeConfiguration<Suspect>
{
    /// <summary>Two who enter one at the same moment get two positions.</summary>
    public const string OnePerPosition = "ux_suspects_case_id_position";

    /// <summary>A person of the case is accused once.</summary>
    public const string AccusedOnce = "ux_suspects_accused_person";

    public void Configure(EntityTypeBuilder<Suspect> builder)
    {
        builder.ToTable("suspects", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_suspects_age_years", $"age_years between 0 and {Age.Highest}");
            t.HasCheckConstraint("ck_suspects_person_with_reason", "victim_id is null or sealed_why_accused is not null or found_victim_at is not null");
            t.HasCheckConstraint("ck_suspects_looked_whole", "(looked_at is null) = (looked_by_id is null) and (looked_at is null or sealed_why_accused is not null)");
        });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.ComplexProperty(s => s.Age);
        builder.Property(s => s.CitizenshipCode).HasMaxLength(3);
        builder.Ignore(s => s.RoleCodes);
        builder.PrimitiveCollection<List<string>>("roleCodes");
        builder.HasAlternateKey(s => new { s.Id, s.CaseId });
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(s => new { s.VictimId, s.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.CaseId, s.Position }).HasDatabaseName(OnePerPosition).IsUnique();
        // What supervisors have still to look at, of however many there are.
        builder.HasIndex(s => s.At).HasDatabaseName("ix_suspects_to_look_at").HasFilter("sealed_why_accused is not null and looked_at is null");
        builder.HasIndex(s => s.VictimId).HasDatabaseName(AccusedOnce).IsUnique().HasFilter("victim_id is not null and status <> 'Cleared'");
    }
}

internal sealed class SuspectOpeningMapping : IEntityTypeConfiguration<SuspectOpening>
{
    public void Configure(EntityTypeBuilder<SuspectOpening> builder)
    {
        builder.ToTable("suspect_openings", TipSomDbContext.Casework);
        builder.HasIndex(o => o.At);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Reason).HasMaxLength(IdentityOpening.ReasonMaxLength);
        builder.HasOne<Suspect>().WithMany().HasForeignKey(o => new { o.SuspectId, o.CaseId })
            .HasPrincipalKey(s => new { s.Id, s.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.CaseId, o.At });
    }
}
