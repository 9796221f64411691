using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Agencies;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class UnplacedNeedMapping : IEntityTypeConfiguration<UnplacedNeed>
{
    public void Configure(EntityTypeBuilder<UnplacedNeed> builder)
    {
        builder.ToTable("unplaced_needs", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_unplaced_needs_whose_turn", "turn in ('Sender', 'National')"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(u => u.Note).HasMaxLength(UnplacedNeed.NoteMaxLength);
        builder.HasIndex(u => u.NeedId).HasDatabaseName("ux_unplaced_needs_one_open").IsUnique().HasFilter("settled_at is null");
        builder.HasIndex(u => new { u.DueAt, u.Id }).HasDatabaseName("ix_unplaced_needs_open").HasFilter("settled_at is null");
        // A supervisor's board reads those of the own agency, and judges each by its case.
        builder.HasIndex(u => new { u.FromAgencyId, u.DueAt, u.Id }).HasDatabaseName("ix_unplaced_needs_open_of_agency").HasFilter("settled_at is null");
        builder.HasIndex(u => u.CaseId);
        builder.HasOne<Victim>().WithMany().HasForeignKey(u => new { u.VictimId, u.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Need>().WithMany().HasForeignKey(u => new { u.NeedId, u.VictimId })
            .HasPrincipalKey(n => new { n.Id, n.VictimId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => new { u.FromUnitId, u.FromAgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProviderService>().WithMany().HasForeignKey(u => u.ProposedServiceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(u => u.DistrictCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ServiceGapMapping : IEntityTypeConfiguration<ServiceGap>
{
    public void Configure(EntityTypeBuilder<ServiceGap> builder)
    {
        builder.ToTable("service_gaps", TipSomDbContext.Casework);
        builder.HasKey(g => g.NeedId);
        builder.HasOne<Need>().WithOne().HasForeignKey<ServiceGap>(g => g.NeedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(g => g.DistrictCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => g.CaseId);
        builder.HasIndex(g => g.At);
    }
}

internal sealed class OverrideReviewMapping : IEntityTypeConfiguration<OverrideReview>
{
    public void Configure(EntityTypeBuilder<OverrideReview> builder)
    {
        builder.ToTable("override_reviews", TipSomDbContext.Casework);
        builder.HasKey(o => o.ReferralId);
        builder.Property(o => o.Note).HasMaxLength(OverrideReview.NoteMaxLength);
        builder.HasOne<Referral>().WithOne().HasForeignKey<OverrideReview>(o => o.ReferralId).OnDelete(DeleteBehavior.Restrict);
    }
}
