using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class RoleHeldMapping : IEntityTypeConfiguration<RoleHeld>
{
    public void Configure(EntityTypeBuilder<RoleHeld> builder)
    {
        builder.ToTable("person_roles", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_person_roles_ended_whole", "(until is null) = (ended_by_id is null)"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.CaseId);
        builder.HasIndex(r => new { r.VictimId, r.Role }).HasDatabaseName("ux_person_roles_held").IsUnique().HasFilter("until is null");
    }
}

internal sealed class FamilyTieMapping : IEntityTypeConfiguration<FamilyTie>
{
    public void Configure(EntityTypeBuilder<FamilyTie> builder)
    {
        builder.ToTable("family_ties", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_family_ties_two_people", "person_id <> relative_id");
            t.HasCheckConstraint("ck_family_ties_ended_whole", "(until is null) = (ended_by_id is null)");
        });
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.HasOne<Victim>().WithMany().HasForeignKey(t => new { t.PersonId, t.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(t => new { t.RelativeId, t.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.CaseId);
        builder.HasIndex(t => new { t.PersonId, t.RelativeId }).HasDatabaseName("ux_family_ties_held").IsUnique().HasFilter("until is null");
    }
}
