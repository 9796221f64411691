using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Care;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Mapping;

internal sealed class CareEntryMapping : IEntityTypeConfiguration<CareEntry>
{
    public void Configure(EntityTypeBuilder<CareEntry> builder)
    {
        builder.ToTable("care_entries", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_care_entries_hours", $"hours > 0 and hours <= {CareEntry.MostHours}");
            t.HasCheckConstraint("ck_care_entries_times", $"times between 1 and {CareEntry.MostTimes}");
        });
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Hours).HasPrecision(3, 1);
        builder.HasOne<Referral>().WithMany().HasForeignKey(e => e.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasAlternateKey(e => new { e.Id, e.ReferralId });
        // A correction belongs to the referral of what it puts right, and there is one.
        builder.HasOne<CareEntry>().WithMany().HasForeignKey(e => new { e.CorrectsId, e.ReferralId })
            .HasPrincipalKey(e => new { e.Id, e.ReferralId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.CorrectsId).HasDatabaseName("ux_care_entries_corrects_id").IsUnique();
        builder.HasIndex(e => new { e.ReferralId, e.At });
    }
}

internal sealed class CarePlanItemMapping : IEntityTypeConfiguration<CarePlanItem>
{
    public void Configure(EntityTypeBuilder<CarePlanItem> builder)
    {
        builder.ToTable("care_plan_items", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_care_plan_items_closed_once", "done_at is null or dropped_at is null");
            t.HasCheckConstraint("ck_care_plan_items_dropped_with_reason", "(dropped_at is null) = (drop_reason is null)");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasOne<Referral>().WithMany().HasForeignKey(i => i.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.ReferralId, i.DueOn });
        builder.HasIndex(i => i.DueOn).HasDatabaseName("ix_care_plan_items_open").HasFilter("done_at is null and dropped_at is null");
    }
}

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("follow_ups", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_follow_ups_days", $"days in ({string.Join(", ", FollowUp.AfterDays)})");
            t.HasCheckConstraint("ck_follow_ups_answered_whole", "(answer is null) = (answered_at is null) and (answer is null) = (actor_id is null)");
            t.HasCheckConstraint("ck_follow_ups_called_off_or_answered", "cancelled_at is null or answer is null");
            t.HasCheckConstraint("ck_follow_ups_taken_up", "taken_up_at is null or answer = 'NeedsHelp'");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Referral>().WithMany().HasForeignKey(f => f.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.ReferralId, f.Days }).HasDatabaseName("ux_follow_ups_referral_id_days").IsUnique();
        builder.HasIndex(f => f.DueOn).HasDatabaseName("ix_follow_ups_open").HasFilter("answer is null and cancelled_at is null");
        builder.HasIndex(f => f.ReferralId).HasDatabaseName("ix_follow_ups_help_needed").HasFilter("answer = 'NeedsHelp' and taken_up_at is null");
    }
}
