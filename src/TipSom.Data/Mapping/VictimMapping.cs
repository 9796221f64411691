using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Encryption;
using TipSom.Domain.Audit;
using TipSom.Domain.Emergency;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

public sealed class VictimMapping : IEntityTypeConfiguration<Victim>
{
    /// <summary>Two who add a person at the same moment get two positions.</summary>
    public const string OnePerPosition = "ux_victims_case_id_position";

    public void Configure(EntityTypeBuilder<Victim> builder)
    {
        builder.ToTable("victims", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_victims_age_years", $"age_years between 0 and {Age.Highest}");
            t.HasCheckConstraint("ck_victims_age_when_exploited", $"age_when_exploited between 0 and {Age.Highest}");
            t.HasCheckConstraint("ck_victims_placement_children_along", $"placement_children_along between 0 and {Placement.MostChildren}");
            t.HasCheckConstraint(
                "ck_victims_placement_oldest_boy",
                $"placement_oldest_boy is null or (placement_oldest_boy between 0 and {Age.Majority - 1} and coalesce(placement_children_along, 0) > 0)");
        });
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.ComplexProperty(v => v.Age);
        builder.ComplexProperty(v => v.Placement);
        builder.Ignore(v => v.Groups).Ignore(v => v.OpenNeeds);
        builder.Ignore(v => v.OtherLanguageCodes);
        builder.Property(v => v.LanguageCode).HasMaxLength(3);
        builder.Property(v => v.CitizenshipCode).HasMaxLength(3);
        builder.PrimitiveCollection<List<string>>("otherLanguageCodes").HasDefaultValueSql("'{}'");
        builder.HasAlternateKey(v => new { v.Id, v.CaseId });
        builder.HasMany(v => v.Needs).WithOne().HasForeignKey(n => new { n.VictimId, n.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Roles).WithOne().HasForeignKey(r => new { r.VictimId, r.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.RiskReviewOn).HasDatabaseName("ix_victims_risk_review_on").HasFilter("risk_review_on is not null");
        builder.HasIndex(v => new { v.CaseId, v.Position }).HasDatabaseName(OnePerPosition).IsUnique();
    }
}

internal sealed class NeedMapping : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.ToTable("needs", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_needs_ended_whole", "(ended_at is null) = (ending is null)"));
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasAlternateKey(n => new { n.Id, n.VictimId });
        builder.HasIndex(n => new { n.VictimId, n.Service }).HasDatabaseName("ux_needs_victim_id_service").IsUnique().HasFilter("ended_at is null");
        builder.HasAlternateKey(n => new { n.Id, n.VictimId, n.CaseId });
    }
}

internal sealed class VictimIdentityMapping : IEntityTypeConfiguration<VictimIdentity>
{
    public void Configure(EntityTypeBuilder<VictimIdentity> builder)
    {
        builder.ToTable("victim_identities", TipSomDbContext.Casework);
        builder.HasKey(i => i.VictimId);
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property<Guid[]?>(IdentityHashInterceptor.Numbers);
        builder.Property<Guid?>(IdentityHashInterceptor.Phone);
        builder.Property<Guid?>(IdentityHashInterceptor.Agency);
        // Never unique: two people may have given one number.
        builder.HasIndex(IdentityHashInterceptor.Numbers).HasDatabaseName("ix_victim_identities_number_hashes").HasMethod("gin");
        builder.HasIndex(IdentityHashInterceptor.Phone).HasDatabaseName("ix_victim_identities_phone_hash");
        builder.HasOne<Victim>().WithMany().HasForeignKey(i => new { i.VictimId, i.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdentityOpeningMapping : IEntityTypeConfiguration<IdentityOpening>
{
    public void Configure(EntityTypeBuilder<IdentityOpening> builder)
    {
        builder.ToTable("identity_openings", TipSomDbContext.Casework);
        builder.HasIndex(o => o.At);
        builder.Property(o => o.Reason).HasMaxLength(IdentityOpening.ReasonMaxLength);
        builder.HasOne<EmergencyTarget>().WithMany().HasForeignKey(o => o.EmergencyAccessId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.EmergencyAccessId).HasFilter("emergency_access_id is not null");
        builder.HasOne<Victim>().WithMany().HasForeignKey(o => new { o.VictimId, o.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.CaseId, o.At });
    }
}
