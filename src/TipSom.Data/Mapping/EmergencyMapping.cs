using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Emergency;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class EmergencyAccessMapping : IEntityTypeConfiguration<EmergencyAccess>
{
    public void Configure(EntityTypeBuilder<EmergencyAccess> builder)
    {
        builder.ToTable("emergency_accesses", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_emergency_accesses_an_hour", "num_nonnulls(granted_at, ends_at) in (0, 2) and ends_at <= granted_at + interval '60 minutes'");
            t.HasCheckConstraint("ck_emergency_accesses_ended", "ended_at is null or granted_at is not null");
            t.HasCheckConstraint(
                "ck_emergency_accesses_one_person", "case when sought_case is null then cardinality(sought_hashes) > 0 and sought_position is null else cardinality(sought_hashes) = 0 and sought_position is not null end");
            // What is sealed is longer than its words.
            t.HasCheckConstraint("ck_emergency_accesses_reason", $"octet_length(sealed_reason) > {EmergencyAccess.ReasonMinLength}");
        });
        builder.Property(a => a.Number).HasMaxLength(RecordNumber.Length);
        builder.Property(a => a.SoughtCase).HasMaxLength(RecordNumber.Length);
        builder.Ignore(a => a.SoughtHashes);
        builder.Ignore(a => a.ReviewDueAt);
        builder.PrimitiveCollection<List<Guid>>("soughtHashes");
        builder.HasOne<Unit>().WithMany().HasForeignKey(a => a.ActorUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Number).HasDatabaseName("ux_emergency_accesses_number").IsUnique();
        builder.HasIndex(a => new { a.ActorId, a.At });
        builder.HasIndex(a => a.At);
    }
}

internal sealed class EmergencyTargetMapping : IEntityTypeConfiguration<EmergencyTarget>
{
    public void Configure(EntityTypeBuilder<EmergencyTarget> builder)
    {
        builder.ToTable("emergency_targets", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_emergency_targets_whole_person", "num_nonnulls(case_id, victim_id) in (0, 2)"));
        builder.HasKey(t => t.AccessId);
        builder.HasOne<EmergencyAccess>().WithOne().HasForeignKey<EmergencyTarget>(t => t.AccessId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(t => new { t.VictimId, t.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.CaseId);
        builder.HasIndex(t => t.VictimId);
    }
}

internal sealed class EmergencyApprovalMapping : IEntityTypeConfiguration<EmergencyApproval>
{
    public void Configure(EntityTypeBuilder<EmergencyApproval> builder)
    {
        builder.ToTable("emergency_approvals", TipSomDbContext.Casework);
        builder.HasKey(a => a.AccessId);
        builder.HasOne<EmergencyAccess>().WithOne().HasForeignKey<EmergencyApproval>(a => a.AccessId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EmergencyReviewMapping : IEntityTypeConfiguration<EmergencyReview>
{
    public void Configure(EntityTypeBuilder<EmergencyReview> builder)
    {
        builder.ToTable("emergency_reviews", TipSomDbContext.Casework);
        builder.HasKey(r => r.AccessId);
        builder.HasOne<EmergencyAccess>().WithOne().HasForeignKey<EmergencyReview>(r => r.AccessId).OnDelete(DeleteBehavior.Restrict);
    }
}
