package club.panamia.ops.contact;

/** That a message has arrived, under this id. */
record ContactReceipt(String id) {}
